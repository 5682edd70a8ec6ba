//! Where shelves are kept: in a folder of this vault alone, so that the next process finds them, or in files without a name.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use rustix::fs::{MemfdFlags, memfd_create};
use tempfile::NamedTempFile;

use crate::format::Id;

/// What a shelf's name ends in.
const SUFFIX: &str = "shelf";
const LOCK_NAME: &str = "lock";
/// It tells which chunks the vault holds, so only its owner looks in.
const FOLDER_MODE: u32 = 0o700;

/// A vault's cache of its index. Whatever happens to it: it is made anew from the vault.
#[derive(Default)]
pub(crate) struct Cache {
    place: Place,
}

#[derive(Default)]
enum Place {
    /// Where the next process finds them.
    Folder(Folder),
    /// In this folder, without names.
    Nameless(PathBuf),
    /// Without names, where the system keeps such files.
    #[default]
    System,
    Memory,
}

struct Folder {
    path: PathBuf,
    /// Held for as long as this process uses the folder.
    _alone: File,
}

/// A shelf that is being written.
pub(super) enum Draft {
    Named(NamedTempFile, PathBuf),
    Nameless(File),
}

impl Cache {
    /// The folder of this vault beneath `root`. Without one, or when another process has it, shelves end with this process.
    pub(crate) fn open(root: Option<&Path>, vault: Id) -> Self {
        let folder = root.and_then(|root| Folder::open(&root.join(vault.to_string())).ok());
        Cache { place: folder.map_or(Place::System, Place::Folder) }
    }

    /// Shelves of one operation alone, which end with it; on the same disk.
    pub(super) fn for_a_while(&self) -> Self {
        let place = match &self.place {
            Place::Folder(folder) => Place::Nameless(folder.path.clone()),
            Place::Nameless(path) => Place::Nameless(path.clone()),
            Place::System => Place::System,
            Place::Memory => Place::Memory,
        };
        Cache { place }
    }

    /// Shelves that take memory: where no disk has room.
    pub(super) fn in_memory() -> Self {
        Cache { place: Place::Memory }
    }

    /// The shelves that an earlier process left, in the order of their names.
    pub(super) fn left(&self) -> Vec<PathBuf> {
        let Place::Folder(folder) = &self.place else { return Vec::new() };
        let entries = fs::read_dir(&folder.path).ok();
        let paths = entries.into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
        let mut shelves: Vec<_> = paths.filter(|path| path.extension().is_some_and(|end| end == SUFFIX)).collect();
        shelves.sort_unstable();
        shelves
    }

    /// Begins a shelf.
    pub(super) fn draft(&self) -> io::Result<Draft> {
        match &self.place {
            Place::Folder(folder) => Ok(Draft::Named(NamedTempFile::new_in(&folder.path)?, folder.path.clone())),
            Place::Nameless(folder) => tempfile::tempfile_in(folder).map(Draft::Nameless),
            Place::System => tempfile::tempfile().map(Draft::Nameless),
            Place::Memory => Ok(Draft::Nameless(memfd_create("shelf", MemfdFlags::CLOEXEC)?.into())),
        }
    }
}

impl Folder {
    fn open(path: &Path) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(FOLDER_MODE).create(path)?;
        let alone = File::create(path.join(LOCK_NAME))?;
        alone.try_lock().map_err(io::Error::from)?;
        for entry in fs::read_dir(path)? {
            let left = entry?.path();
            let ours = left.ends_with(LOCK_NAME) || left.extension().is_some_and(|end| end == SUFFIX);
            if !ours {
                // A shelf that was never finished.
                fs::remove_file(left)?;
            }
        }
        Ok(Folder { path: path.to_owned(), _alone: alone })
    }
}

impl Draft {
    pub(super) fn file(&mut self) -> &mut File {
        match self {
            Draft::Named(file, _) => file.as_file_mut(),
            Draft::Nameless(file) => file,
        }
    }

    /// Gives the file its name, if it is to have one, once its bytes are durable.
    pub(super) fn finish(self, name: Id) -> io::Result<(File, Option<PathBuf>)> {
        match self {
            Draft::Named(file, folder) => {
                file.as_file().sync_data()?;
                let path = folder.join(format!("{name}.{SUFFIX}"));
                Ok((file.persist(&path)?, Some(path)))
            }
            Draft::Nameless(file) => Ok((file, None)),
        }
    }
}

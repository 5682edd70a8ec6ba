//! A vault in a folder of this machine.
//!
//! A file is written under a temporary name in `tmp/`, made durable, renamed without replacing, and the folder is made
//! durable. A crash leaves at most a file in `tmp/`, which restic does not look at.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use crate::format::Id;
use crate::store::{FileKind, FileName, Store, StoreError, ballast};

const TEMPORARY: &str = "tmp";
/// A temporary file this old belongs to no writer any more.
const TEMPORARY_AGE_MAX: Duration = Duration::from_hours(24);
const DIR_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;

/// A folder that holds a vault.
#[derive(Debug)]
pub struct LocalDir {
    root: PathBuf,
    next_temporary: AtomicU64,
    ballast_bytes: u64,
    gave_up_ballast: AtomicBool,
}

impl LocalDir {
    /// The folder `root`, which is not looked at yet.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        LocalDir {
            root: root.into(),
            next_temporary: AtomicU64::new(0),
            ballast_bytes: 0,
            gave_up_ballast: AtomicBool::new(false),
        }
    }

    /// The same with a ballast of so many bytes, which is made by [`Store::keep_reserve`]; 0 for none.
    #[must_use]
    pub fn with_ballast(self, bytes: u64) -> Self {
        LocalDir { ballast_bytes: bytes, ..self }
    }

    /// Makes the folders of an empty vault, each accessible to the owner only. Existing ones are left as they are.
    pub fn create_folders(&self) -> io::Result<()> {
        let kinds =
            [FileKind::Key, FileKind::Lock, FileKind::Snapshot, FileKind::Index, FileKind::Pack, FileKind::Condemned];
        create_dir(&self.root)?;
        fs::set_permissions(&self.root, Permissions::from_mode(DIR_MODE))?;
        for kind in kinds {
            create_dir(&self.root.join(kind.folder()))?;
        }
        create_dir(&self.root.join(TEMPORARY))?;
        let data = self.root.join(FileKind::Pack.folder());
        for first in 0..=u8::MAX {
            create_dir(&data.join(format!("{first:02x}")))?;
        }
        sync_dir(&data)?;
        sync_dir(&self.root)
    }

    /// Whether the folder is missing, empty, or holds no more than an `init` that never finished.
    pub fn is_free(&self) -> io::Result<bool> {
        let entries = match fs::read_dir(&self.root) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
            Err(error) => return Err(error),
        };
        for entry in entries {
            let name = entry?.file_name();
            let free = match name.to_str() {
                Some(TEMPORARY | ballast::NAME | "keys" | "locks" | "probe") => true,
                Some("snapshots" | "index" | "condemned") => fs::read_dir(self.root.join(&name))?.next().is_none(),
                Some("data") => self.list(FileKind::Pack).is_ok_and(|packs| packs.is_empty()),
                _ => false,
            };
            if !free {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Writes a text for people beside the vault's own files, replacing an older one.
    pub fn write_note(&self, name: &str, text: &str) -> io::Result<()> {
        let temporary = self.temporary_path();
        write_durably(&temporary, text.as_bytes())?;
        fs::rename(&temporary, self.root.join(name))?;
        sync_dir(&self.root)
    }

    /// Removes what crashed writers left in `tmp/` more than a day ago.
    pub fn remove_leftovers(&self) -> io::Result<()> {
        for entry in fs::read_dir(self.root.join(TEMPORARY))? {
            let entry = entry?;
            let age = crate::clock::wall().duration_since(entry.metadata()?.modified()?);
            if age.is_ok_and(|age| age > TEMPORARY_AGE_MAX) {
                remove_if_there(&entry.path())?;
            }
        }
        Ok(())
    }

    fn path(&self, name: FileName) -> PathBuf {
        let folder = self.root.join(name.kind.folder());
        match name.kind {
            FileKind::Config => folder,
            FileKind::Pack => {
                let id = name.id.to_string();
                folder.join(&id[..2]).join(id)
            }
            _ => folder.join(name.id.to_string()),
        }
    }

    fn temporary_path(&self) -> PathBuf {
        let number = self.next_temporary.fetch_add(1, Ordering::Relaxed);
        let nanos = crate::clock::wall().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |now| now.as_nanos());
        self.root.join(TEMPORARY).join(format!("{}-{nanos:x}-{number:x}", std::process::id()))
    }

    fn put_io(&self, name: FileName, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(name);
        let temporary = self.temporary_path();
        if !self.root.join(TEMPORARY).is_dir() {
            create_dir(&self.root.join(TEMPORARY))?;
        }
        let placed = write_durably(&temporary, bytes).and_then(|()| self.place(&temporary, &path));
        if placed.is_err() {
            // The first error is the one to tell; a leftover is removed later.
            let _ = remove_if_there(&temporary);
        }
        placed
    }

    fn place(&self, temporary: &Path, path: &Path) -> io::Result<()> {
        let folder = path.parent().unwrap_or(&self.root);
        match rename_new(temporary, path) {
            Err(error) if error.kind() == ErrorKind::NotFound && !folder.is_dir() => {
                create_dir(folder)?;
                sync_dir(folder.parent().unwrap_or(&self.root))?;
                rename_new(temporary, path)?;
            }
            other => other?,
        }
        sync_dir(folder)
    }

    fn keep_ballast(&self) -> io::Result<()> {
        let path = self.root.join(ballast::NAME);
        if self.ballast_bytes == 0 || path.try_exists()? {
            return Ok(());
        }
        let was_given_up = self.gave_up_ballast.load(Ordering::Relaxed);
        match ballast::size_now(&self.root, self.ballast_bytes, was_given_up)? {
            Some(bytes) => ballast::make(&self.temporary_path(), &path, bytes),
            None => Ok(()),
        }
    }

    fn list_folder(folder: &Path, files: &mut Vec<(Id, u64)>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else {
                continue;
            };
            match entry.metadata() {
                Ok(metadata) => files.push((id, metadata.len())),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn list_io(&self, kind: FileKind) -> io::Result<Vec<(Id, u64)>> {
        let folder = self.root.join(kind.folder());
        let mut files = Vec::new();
        // A vault that restic or an older Cofre made has no such folder before the first prune or probe.
        if matches!(kind, FileKind::Condemned | FileKind::Probe) && !folder.try_exists()? {
            return Ok(files);
        }
        if kind != FileKind::Pack {
            LocalDir::list_folder(&folder, &mut files)?;
            return Ok(files);
        }
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                LocalDir::list_folder(&entry.path(), &mut files)?;
            }
        }
        Ok(files)
    }
}

impl Store for LocalDir {
    fn put(&self, name: FileName, bytes: &[u8]) -> Result<(), StoreError> {
        self.put_io(name, bytes).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => StoreError::Exists { name },
            ErrorKind::NotFound => StoreError::Unreachable { doing: "write", what: name.to_string(), source: error },
            _ => StoreError::from_io("write", name, error),
        })
    }

    fn get(&self, name: FileName) -> Result<Vec<u8>, StoreError> {
        fs::read(self.path(name)).map_err(|error| StoreError::from_io("read", name, error))
    }

    fn get_range(&self, name: FileName, offset: u64, bytes: &mut [u8]) -> Result<(), StoreError> {
        File::open(self.path(name))
            .and_then(|file| file.read_exact_at(bytes, offset))
            .map_err(|error| StoreError::from_io("read", name, error))
    }

    fn list(&self, kind: FileKind) -> Result<Vec<(Id, u64)>, StoreError> {
        self.list_io(kind).map_err(|source| StoreError::Unreachable {
            doing: "list",
            what: kind.folder().to_owned(),
            source,
        })
    }

    fn head(&self, name: FileName) -> Result<u64, StoreError> {
        fs::metadata(self.path(name))
            .map(|metadata| metadata.len())
            .map_err(|error| StoreError::from_io("read", name, error))
    }

    fn delete(&self, name: FileName) -> Result<(), StoreError> {
        let path = self.path(name);
        fs::remove_file(&path)
            .and_then(|()| path.parent().map_or(Ok(()), sync_dir))
            .map_err(|error| StoreError::from_io("delete", name, error))
    }

    fn give_up_reserve(&self) -> Result<bool, StoreError> {
        let given_up = ballast::give_up(&self.root.join(ballast::NAME)).map_err(|error| reserve("delete", error))?;
        self.gave_up_ballast.fetch_or(given_up, Ordering::Relaxed);
        Ok(given_up)
    }

    fn keep_reserve(&self) -> Result<(), StoreError> {
        self.keep_ballast().map_err(|error| reserve("write", error))
    }
}

fn reserve(doing: &'static str, source: io::Error) -> StoreError {
    StoreError::Unreachable { doing, what: ballast::NAME.to_owned(), source }
}

fn create_dir(path: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(DIR_MODE).create(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        other => other,
    }
}

fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(path)?;
    file.write_all(bytes)?;
    file.sync_data()
}

fn sync_dir(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Renames without replacing, or, where the file system cannot, links and removes the old name.
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Ok(()) => Ok(()),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {
            fs::hard_link(from, to)?;
            fs::remove_file(from)
        }
        Err(errno) => Err(errno.into()),
    }
}

//! Paths that cannot lead out of their root: every part is resolved by the kernel beneath an opened folder (`openat2`).

use std::ffi::OsStr;
use std::fs::File;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, Dir, FileType, Mode, OFlags, RenameFlags, ResolveFlags};
use rustix::io;

/// An opened folder, which nothing that is opened through it can leave.
#[derive(Debug)]
pub struct Beneath {
    folder: OwnedFd,
}

/// An entry of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, when it is text.
    pub name: String,
    /// Whether it is a folder (links are neither followed nor listed).
    pub is_folder: bool,
}

/// Symbolic links are followed as long as they stay inside; links of `/proc` are not.
const INSIDE: ResolveFlags = ResolveFlags::BENEATH.union(ResolveFlags::NO_MAGICLINKS);

/// The root among these that the absolute path lies beneath, and the rest of the path. `..` is refused before the kernel is asked.
pub fn root_of<'a>(roots: &'a [PathBuf], path: &Path) -> Option<(&'a Path, PathBuf)> {
    if path.components().any(|part| matches!(part, std::path::Component::ParentDir)) {
        return None;
    }
    let root = roots.iter().find(|root| path.starts_with(root))?;
    let rest = path.strip_prefix(root).ok()?;
    Some((root, if rest.as_os_str().is_empty() { PathBuf::from(".") } else { rest.to_owned() }))
}

impl Beneath {
    /// Opens a root that the configuration names.
    pub fn root(path: &Path) -> io::Result<Self> {
        let folder =
            rustix::fs::openat(CWD, path, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
        Ok(Self { folder })
    }

    /// Opens a folder inside.
    pub fn folder(&self, path: &Path) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self { folder: rustix::fs::openat2(&self.folder, path, flags, Mode::empty(), INSIDE)? })
    }

    /// Opens a file inside for reading. Anything but an ordinary file is refused, and opening never waits.
    pub fn file(&self, path: &Path) -> io::Result<File> {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        let file = rustix::fs::openat2(&self.folder, path, flags, Mode::empty(), INSIDE)?;
        if FileType::from_raw_mode(rustix::fs::fstat(&file)?.st_mode) != FileType::RegularFile {
            return Err(io::Errno::INVAL);
        }
        Ok(File::from(file))
    }

    /// Makes a folder inside that is not there yet.
    pub fn make_folder(&self, name: &OsStr) -> io::Result<Self> {
        rustix::fs::mkdirat(&self.folder, name, Mode::RWXU)?;
        self.folder(Path::new(name))
    }

    /// Makes a file inside that is not there yet, for reading and writing.
    pub fn make_file(&self, name: &OsStr) -> io::Result<File> {
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC | OFlags::NOFOLLOW;
        Ok(File::from(rustix::fs::openat2(&self.folder, name, flags, Mode::RUSR | Mode::WUSR, INSIDE)?))
    }

    /// Opens a file inside that we made before, for reading and writing. One that has another name elsewhere, or is not ordinary, is refused:
    /// it was not made here.
    pub fn file_made(&self, name: &OsStr) -> io::Result<File> {
        let flags = OFlags::RDWR | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
        let file = rustix::fs::openat2(&self.folder, name, flags, Mode::empty(), INSIDE)?;
        let stat = rustix::fs::fstat(&file)?;
        if FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile || stat.st_nlink != 1 {
            return Err(io::Errno::INVAL);
        }
        Ok(File::from(file))
    }

    /// Removes a file inside.
    pub fn remove_file(&self, name: &OsStr) -> io::Result<()> {
        rustix::fs::unlinkat(&self.folder, name, rustix::fs::AtFlags::empty())
    }

    /// Gives an entry another name that is not taken.
    pub fn rename(&self, from: &OsStr, to: &OsStr) -> io::Result<()> {
        rustix::fs::renameat_with(&self.folder, from, &self.folder, to, RenameFlags::NOREPLACE)
    }

    /// Whether there is an entry of this name.
    pub fn has(&self, name: &OsStr) -> bool {
        rustix::fs::statat(&self.folder, name, rustix::fs::AtFlags::SYMLINK_NOFOLLOW).is_ok()
    }

    /// Makes the folder's entries durable.
    pub fn sync(&self) -> io::Result<()> {
        rustix::fs::fsync(&self.folder)
    }

    /// The folder's entries, by name; at most so many are read.
    pub fn entries(&self, most: usize) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in Dir::read_from(&self.folder)? {
            let entry = entry?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            let Some(name) = name.to_str().filter(|name| *name != "." && *name != "..") else { continue };
            let kind = match entry.file_type() {
                FileType::Unknown => {
                    let stat = rustix::fs::statat(&self.folder, name, rustix::fs::AtFlags::SYMLINK_NOFOLLOW)?;
                    FileType::from_raw_mode(stat.st_mode)
                }
                kind => kind,
            };
            match kind {
                FileType::Directory => entries.push(Entry { name: name.to_owned(), is_folder: true }),
                FileType::RegularFile => entries.push(Entry { name: name.to_owned(), is_folder: false }),
                _ => {}
            }
            if entries.len() == most {
                break;
            }
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(entries)
    }

    /// Removes a folder of plain files.
    pub fn remove_folder(&self, name: &OsStr) -> io::Result<()> {
        let inner = self.folder(Path::new(name))?;
        for entry in inner.entries(usize::MAX)? {
            inner.remove_file(OsStr::new(&entry.name))?;
        }
        rustix::fs::unlinkat(&self.folder, name, rustix::fs::AtFlags::REMOVEDIR)
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn should_not_be_led_out() {
        let outer = tempfile::tempdir().unwrap();
        std::fs::write(outer.path().join("secret"), "x").unwrap();
        let root = outer.path().join("root");
        std::fs::create_dir(&root).unwrap();
        std::fs::write(root.join("inside"), "y").unwrap();
        symlink("../secret", root.join("out")).unwrap();
        symlink("inside", root.join("in")).unwrap();
        symlink("/etc/passwd", root.join("absolute")).unwrap();
        let beneath = Beneath::root(&root).unwrap();
        assert!(beneath.file(Path::new("inside")).is_ok());
        assert!(beneath.file(Path::new("in")).is_ok());
        for path in ["out", "absolute", "../secret", "/etc/passwd"] {
            assert!(beneath.file(Path::new(path)).is_err(), "{path}");
        }
    }

    #[test]
    fn should_never_write_over_a_file() {
        let root = tempfile::tempdir().unwrap();
        let beneath = Beneath::root(root.path()).unwrap();
        assert!(beneath.make_file(OsStr::new("a")).is_ok());
        assert_eq!(beneath.make_file(OsStr::new("a")).unwrap_err(), io::Errno::EXIST);
        beneath.make_folder(OsStr::new("b")).unwrap();
        assert_eq!(beneath.rename(OsStr::new("b"), OsStr::new("a")).unwrap_err(), io::Errno::EXIST);
    }

    #[test]
    fn should_open_again_only_what_was_made_here() {
        let dir = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let outside = dir.path().join("outside");
        std::fs::write(&outside, "precious").unwrap();
        let folder = Beneath::root(dir.path()).unwrap().make_folder(OsStr::new("made")).unwrap();
        folder.make_file(OsStr::new("file")).unwrap();
        assert!(folder.file_made(OsStr::new("file")).is_ok());
        symlink(&outside, dir.path().join("made/link")).unwrap();
        std::fs::hard_link(&outside, dir.path().join("made/twin")).unwrap();
        symlink(elsewhere.path(), dir.path().join("made/folder")).unwrap();
        for name in ["link", "twin", "folder", "../outside", "missing"] {
            assert!(folder.file_made(OsStr::new(name)).is_err(), "{name}");
        }
    }

    #[test]
    fn should_find_the_root_of_a_path() {
        let roots = [PathBuf::from("/srv/images")];
        assert!(root_of(&roots, Path::new("/srv/images/a")).is_some());
        assert!(root_of(&roots, Path::new("/srv/images")).is_some());
        for outside in ["/srv", "/srv/imagesx", "/srv/images/../x", "relative"] {
            assert!(root_of(&roots, Path::new(outside)).is_none(), "{outside}");
        }
    }
}

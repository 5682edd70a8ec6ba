//! Finding machines in a folder of images.

use std::fs::File;
use std::path::Path;

use rustix::fs::{AtFlags, StatxFlags};
use shared::machine::DiskFormat;
use shared::problem::{Code, Problem};

use super::header::disk_size;
use super::machine_file;
use crate::compute::{Beneath, Found, FoundDisk};
use crate::error::Result;

/// A folder has at most so many machines, and a machine so many disks.
const MACHINES_MAX: usize = 10_000;
const DISKS_MAX: usize = 64;

/// The machines of the host's folder, by name.
pub(super) fn machines(host: &Beneath) -> Result<Vec<Found>> {
    let unreadable = |e: rustix::io::Errno| Problem::new(Code::HostUnreadable).because(e.to_string());
    let mut found = Vec::new();
    for entry in host.entries(MACHINES_MAX).map_err(unreadable)? {
        if entry.name.starts_with('.') {
            continue;
        }
        if entry.is_folder {
            found.extend(folder(host, &entry.name));
        } else if let Some((stem, format)) = image(&entry.name) {
            let disk = disk(host, &entry.name, (stem, format), "");
            found.push(machine(stem.to_owned(), entry.name.clone(), vec![disk]));
        }
    }
    Ok(found)
}

/// The stem and format of a file's name, when it is one of an image.
fn image(name: &str) -> Option<(&str, DiskFormat)> {
    let (stem, ending) = name.rsplit_once('.')?;
    let format = match ending.to_ascii_lowercase().as_str() {
        "raw" | "img" => DiskFormat::Raw,
        "qcow2" => DiskFormat::Qcow2,
        _ => return None,
    };
    (!stem.is_empty()).then_some((stem, format))
}

/// A disk, or why it cannot be backed up, and in either case what tells it from a copy.
struct Looked {
    disk: FoundDisk,
    identity: String,
    problem: Option<Code>,
}

fn folder(host: &Beneath, name: &str) -> Option<Found> {
    let Ok(inner) = host.folder(Path::new(name)) else { return Some(unreadable(name)) };
    let Ok(entries) = inner.entries(usize::MAX) else { return Some(unreadable(name)) };
    let images =
        entries.iter().filter(|entry| !entry.is_folder).filter_map(|entry| Some((&entry.name, image(&entry.name)?)));
    let disks: Vec<_> = images.take(DISKS_MAX).map(|(file, image)| disk(&inner, file, image, name)).collect();
    if disks.is_empty() {
        return None;
    }
    let file = machine_file::read(&inner);
    let called = file.name.filter(|name| !name.trim().is_empty() && name.chars().count() <= 255);
    let mut found = machine(called.unwrap_or_else(|| name.to_owned()), name.to_owned(), disks);
    found.uuid = file.uuid;
    Some(found)
}

/// A folder that is there and cannot be looked into: said, not passed over.
fn unreadable(name: &str) -> Found {
    Found {
        uuid: None,
        identity: String::new(),
        place: name.to_owned(),
        name: name.to_owned(),
        disks: Vec::new(),
        problem: Some(Code::ImageUnreadable),
    }
}

fn machine(name: String, place: String, looked: Vec<Looked>) -> Found {
    let identity = looked.first().map(|looked| looked.identity.clone()).unwrap_or_default();
    let problem = looked.iter().find_map(|looked| looked.problem).or_else(|| same_names(&looked));
    let disks = looked.into_iter().map(|looked| looked.disk).collect();
    Found { uuid: None, identity, place, name, disks, problem }
}

/// `a.raw` beside `a.qcow2` would be two disks of one name.
fn same_names(looked: &[Looked]) -> Option<Code> {
    let repeated = looked.windows(2).any(|pair| pair[0].disk.name == pair[1].disk.name);
    repeated.then_some(Code::ImageInvalid)
}

fn disk(folder: &Beneath, file: &str, (stem, format): (&str, DiskFormat), within: &str) -> Looked {
    let path = if within.is_empty() { file.to_owned() } else { format!("{within}/{file}") };
    let empty = FoundDisk { name: stem.to_owned(), format, size_bytes: 0, allocated_bytes: 0, file: path };
    let Ok(opened) = folder.file(Path::new(file)) else {
        return Looked { disk: empty, identity: String::new(), problem: Some(Code::ImageUnreadable) };
    };
    let (identity, allocated_bytes) = identity(&opened).unwrap_or_default();
    match disk_size(&opened, format) {
        Ok(size_bytes) => Looked { disk: FoundDisk { size_bytes, allocated_bytes, ..empty }, identity, problem: None },
        Err(unfit) => Looked { disk: empty, identity, problem: Some(unfit.code) },
    }
}

/// Device, inode and birth time: the same after a rename, another for a copy. And what the file takes.
fn identity(file: &File) -> Option<(String, u64)> {
    let flags = StatxFlags::BASIC_STATS | StatxFlags::BTIME;
    let stat = rustix::fs::statx(file, "", AtFlags::EMPTY_PATH, flags).ok()?;
    let (major, minor, born) = (stat.stx_dev_major, stat.stx_dev_minor, stat.stx_btime);
    let identity = format!("{major}:{minor}:{}:{}.{}", stat.stx_ino, born.tv_sec, born.tv_nsec);
    Some((identity, stat.stx_blocks.saturating_mul(512)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, files: &[(&str, &[u8])]) -> Vec<Found> {
        for (name, content) in files {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, content).unwrap();
        }
        machines(&Beneath::root(folder).unwrap()).unwrap()
    }

    #[test]
    fn should_take_a_folder_or_a_file_for_a_machine() {
        let folder = tempfile::tempdir().unwrap();
        let found = write(
            folder.path(),
            &[
                ("a/root.raw", b"1"),
                ("a/data.img", b"22"),
                ("b.raw", b"3"),
                ("notes.txt", b"x"),
                ("empty/readme", b"x"),
                (".c.raw", b"4"),
            ],
        );
        let names: Vec<_> = found.iter().map(|found| found.name.as_str()).collect();
        assert_eq!(names, ["a", "b"]);
        let disks: Vec<_> = found[0].disks.iter().map(|disk| (disk.name.as_str(), disk.size_bytes)).collect();
        assert_eq!(disks, [("data", 2), ("root", 1)]);
    }

    #[test]
    fn should_say_what_is_wrong_with_an_image() {
        let folder = tempfile::tempdir().unwrap();
        let found = write(folder.path(), &[("bad.qcow2", b"this is not an image"), ("empty.raw", b"")]);
        assert_eq!(found[0].problem, Some(Code::ImageInvalid));
        assert_eq!(found[1].problem, Some(Code::ImageInvalid));
    }

    #[test]
    fn should_know_a_renamed_machine_and_tell_a_copy() {
        let folder = tempfile::tempdir().unwrap();
        let before = write(folder.path(), &[("a.raw", b"1")]);
        std::fs::rename(folder.path().join("a.raw"), folder.path().join("b.raw")).unwrap();
        std::fs::copy(folder.path().join("b.raw"), folder.path().join("c.raw")).unwrap();
        let after = write(folder.path(), &[]);
        assert_eq!(before[0].identity, after[0].identity);
        assert_ne!(before[0].identity, after[1].identity);
    }

    #[test]
    fn should_be_named_by_machine_json() {
        let folder = tempfile::tempdir().unwrap();
        let json = br#"{"uuid": "6f1c2b3a-0000-4000-8000-000000000001", "name": "web"}"#;
        let found = write(folder.path(), &[("x/d.raw", b"1"), ("x/machine.json", json)]);
        assert_eq!(found[0].name, "web");
        assert!(found[0].uuid.is_some());
    }
}

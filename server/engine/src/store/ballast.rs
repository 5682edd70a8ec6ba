//! The ballast: a file that is given up when the disk is full, so that there is room to write what taking away needs.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::fs::{FallocateFlags, fallocate, statvfs};
use rustix::io::Errno;

/// Its name in the vault's folder. Restic does not look at it.
pub(super) const NAME: &str = "ballast";
/// It is made only where so many times its size is free: it must not be what fills the disk.
const FREE_TIMES_MIN: u64 = 4;
/// Less is not worth a file.
const BYTES_MIN: u64 = 1 << 20;
const MODE: u32 = 0o600;

/// How large it may be now. After it was given up it is made anew at once, somewhat smaller, before others fill its place.
pub(super) fn size_now(folder: &Path, wanted: u64, was_given_up: bool) -> io::Result<Option<u64>> {
    let stat = statvfs(folder)?;
    let free = stat.f_bavail.saturating_mul(stat.f_frsize);
    let size = if was_given_up {
        wanted.min(free / 4 * 3)
    } else if free / FREE_TIMES_MIN >= wanted {
        wanted
    } else {
        0
    };
    Ok((size >= BYTES_MIN).then_some(size))
}

/// Makes it, under a temporary name first. Its room is taken at once, not when someone writes there.
pub(super) fn make(temporary: &Path, path: &Path, bytes: u64) -> io::Result<()> {
    let made = allocate(temporary, bytes).and_then(|()| fs::rename(temporary, path));
    if made.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(temporary);
    }
    made
}

fn allocate(path: &Path, bytes: u64) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(MODE).open(path)?;
    match fallocate(&file, FallocateFlags::empty(), 0, bytes) {
        // The file system cannot, so it is written.
        Err(Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL) => {
            let zeros = vec![0; 1 << 20];
            let mut left = bytes;
            while left > 0 {
                let now = left.min(zeros.len() as u64);
                file.write_all(&zeros[..usize::try_from(now).unwrap_or(zeros.len())])?;
                left -= now;
            }
        }
        other => other?,
    }
    file.sync_all()
}

/// Removes it; answers whether there was one.
pub(super) fn give_up(path: &Path) -> io::Result<bool> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

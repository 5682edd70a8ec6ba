//! How much room a file system has.

use std::path::Path;

/// A file system's size and what is free of it, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Its size.
    pub capacity_bytes: u64,
    /// What is free for us.
    pub free_bytes: u64,
}

/// The room of the file system that the path, or the nearest folder above it that exists, lies on. Blocks for as long as the file system does.
pub fn room(path: &Path) -> Option<Room> {
    let existing = path.ancestors().find(|ancestor| ancestor.exists())?;
    let stat = rustix::fs::statvfs(existing).ok()?;
    Some(Room {
        capacity_bytes: stat.f_blocks.saturating_mul(stat.f_frsize),
        free_bytes: stat.f_bavail.saturating_mul(stat.f_frsize),
    })
}

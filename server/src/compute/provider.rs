//! What every kind of host can do.

use std::fs::File;

use serde::{Deserialize, Serialize};
use shared::machine::DiskFormat;
use shared::problem::Code;
use uuid::Uuid;

use crate::error::Result;

/// A disk as it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundDisk {
    /// Its name on the machine.
    pub name: String,
    /// How its bytes lie in its file, by the file's name.
    pub format: DiskFormat,
    /// What the machine sees.
    pub size_bytes: u64,
    /// What the file takes.
    pub allocated_bytes: u64,
    /// The file's path within the host's folder.
    pub file: String,
}

/// A machine as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The uuid that the machine says of itself.
    pub uuid: Option<Uuid>,
    /// What stays the same when the machine is renamed or moved on its host, and differs for a copy.
    pub identity: String,
    /// Where on the host it is.
    pub place: String,
    /// Its name: untrusted text.
    pub name: String,
    /// Its disks, by name.
    pub disks: Vec<FoundDisk>,
    /// Why it cannot be backed up as it is.
    pub problem: Option<Code>,
}

/// A disk that is held still and open for reading; dropping it lets go.
#[derive(Debug)]
pub struct OpenedDisk {
    /// Its name on the machine.
    pub name: String,
    /// How its bytes lie in the file.
    pub format: DiskFormat,
    /// The file, under the lock that keeps QEMU from writing to it.
    pub file: File,
}

/// What every kind of host can do. The calls block.
pub trait Provider: Send + Sync {
    /// Looks for machines.
    fn discover(&self) -> Result<Vec<Found>>;

    /// Holds the disks still and opens them.
    fn open_disks(&self, disks: &[FoundDisk]) -> Result<Vec<OpenedDisk>>;
}

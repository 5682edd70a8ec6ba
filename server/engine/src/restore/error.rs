//! Why a disk was not restored.

use std::io;

use crate::fault::ReadError;
use crate::lock::LockError;
use crate::point::PointId;

/// Why a disk was not restored. The target file is incomplete and should be removed by who made it.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// There is no such point.
    #[error("there is no point {0}")]
    NoSuchPoint(PointId),
    /// The point has no such disk.
    #[error("the point has no disk {0:?}")]
    NoSuchDisk(String),
    /// Someone asked to stop.
    #[error("the restore was cancelled")]
    Cancelled,
    /// The vault is locked exclusively.
    #[error("the vault's lock")]
    Lock(#[from] LockError),
    /// The vault could not be read, or what it holds is damaged.
    #[error("the vault could not be read")]
    Read(#[from] ReadError),
    /// The target could not be written.
    #[error("the target could not be written")]
    Target(#[source] io::Error),
    /// The target exists already, or is not empty.
    #[error("the target is not a new, empty file")]
    TargetNotEmpty,
    /// A worker failed.
    #[error("an internal fault: {what}")]
    Internal {
        /// What happened.
        what: String,
    },
}

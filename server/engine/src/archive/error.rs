//! Why a backup made no point.

use std::sync::Arc;

use crate::fault::{Damage, ReadError};
use crate::format::FormatError;
use crate::index::PublishError;
use crate::lock::LockError;
use crate::pack::PackError;
use crate::source::SourceError;
use crate::store::StoreError;

/// Why a backup made no point. The vault is as valid as before, whatever the reason.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The request cannot be carried out as it stands.
    #[error("the request is not valid: {why}")]
    Invalid {
        /// What is wrong with it.
        why: String,
    },
    /// Someone asked to stop.
    #[error("the backup was cancelled")]
    Cancelled,
    /// The vault could not be locked, or the lock was lost.
    #[error("the vault's lock")]
    Lock(#[from] LockError),
    /// A disk could not be read.
    #[error("disk {disk} could not be read at byte {offset}")]
    Source {
        /// The disk's name.
        disk: String,
        /// Where, in bytes.
        offset: u64,
        /// Why.
        #[source]
        source: SourceError,
    },
    /// The vault could not be written. [`StoreError::Full`] when no space is left.
    #[error("the vault could not be written")]
    Store(#[source] Arc<StoreError>),
    /// The vault could not be read, or what it holds is damaged.
    #[error("the vault could not be read")]
    Read(#[from] ReadError),
    /// A part of the index is damaged: to store more would be to build on it.
    #[error("the vault needs repair before more is stored in it")]
    NeedsRepair(#[source] Damage),
    /// A list of changed extents is not of what the vault holds. The disk can be read whole instead.
    #[error("the changed extents of disk {disk} cannot be used: {why}")]
    WrongBase {
        /// The disk's name.
        disk: String,
        /// What does not fit.
        why: String,
    },
    /// What was compressed did not decompress to the same bytes: a fault of this machine's memory or of the library. Nothing
    /// refers to the bytes.
    #[error("a chunk did not decompress to what was compressed")]
    NotReproducible,
    /// The caller refused right before the point was published.
    #[error("refused before publishing: {why}")]
    Refused {
        /// What the caller said.
        why: String,
    },
    /// The cryptographic or compression library failed, or a worker did.
    #[error("an internal fault: {what}")]
    Internal {
        /// What happened.
        what: String,
    },
}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        BackupError::Store(Arc::new(error))
    }
}

impl From<FormatError> for BackupError {
    fn from(error: FormatError) -> Self {
        BackupError::Internal { what: error.to_string() }
    }
}

impl From<PackError> for BackupError {
    fn from(error: PackError) -> Self {
        match error {
            PackError::Store(error) => error.into(),
            PackError::Format(error) => error.into(),
        }
    }
}

impl From<PublishError> for BackupError {
    fn from(error: PublishError) -> Self {
        match error {
            PublishError::Lock(error) => error.into(),
            PublishError::Store(error) => error.into(),
            PublishError::Format(error) => error.into(),
        }
    }
}

impl BackupError {
    /// Whether no space was left in the vault's store.
    pub fn is_full(&self) -> bool {
        matches!(self, BackupError::Store(error) if matches!(**error, StoreError::Full { .. }))
            || matches!(self, BackupError::Lock(LockError::Store(StoreError::Full { .. })))
    }
}

//! Why a prune ended early.

use crate::fault::{Damage, ReadError};
use crate::format::FormatError;
use crate::index::{PublishError, ReplaceError};
use crate::lock::LockError;
use crate::pack::PackError;
use crate::store::StoreError;

/// Why a prune ended early. The vault is valid, whatever the reason, and nothing that a snapshot needs was taken away.
#[derive(Debug, thiserror::Error)]
pub enum PruneError {
    /// Someone asked to stop.
    #[error("the prune was cancelled")]
    Cancelled,
    /// The vault could not be locked, or the lock was lost.
    #[error("the vault's lock")]
    Lock(#[from] LockError),
    /// The vault's store could not be reached or written.
    #[error("the vault's store")]
    Store(#[from] StoreError),
    /// Something in the vault is damaged, so that nobody knows what is needed. Nothing is taken away before it is repaired.
    #[error("the vault needs repair before anything is taken away")]
    NeedsRepair(#[source] Damage),
    /// Someone else has taken indexes away while we planned.
    #[error("the vault's index was changed by someone else meanwhile")]
    Changed,
    /// The caller refused right before packs were condemned.
    #[error("refused before condemning: {why}")]
    Refused {
        /// What the caller said.
        why: String,
    },
    /// The cryptographic library failed.
    #[error("an internal fault")]
    Internal(#[source] FormatError),
}

impl PruneError {
    /// Whether it failed for lack of room.
    pub fn is_full(&self) -> bool {
        match self {
            PruneError::Lock(error) => error.is_full(),
            PruneError::Store(error) => error.is_full(),
            _ => false,
        }
    }
}

impl From<ReadError> for PruneError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Unreachable(error) => PruneError::Store(error),
            ReadError::Damaged(damage) => PruneError::NeedsRepair(damage),
        }
    }
}

impl From<PackError> for PruneError {
    fn from(error: PackError) -> Self {
        match error {
            PackError::Store(error) => PruneError::Store(error),
            PackError::Format(error) => PruneError::Internal(error),
        }
    }
}

impl From<PublishError> for PruneError {
    fn from(error: PublishError) -> Self {
        match error {
            PublishError::Lock(error) => error.into(),
            PublishError::Store(error) => PruneError::Store(error),
            PublishError::Format(error) => PruneError::Internal(error),
        }
    }
}

impl From<ReplaceError> for PruneError {
    fn from(error: ReplaceError) -> Self {
        match error {
            ReplaceError::Publish(error) => error.into(),
            ReplaceError::Read(error) => error.into(),
            ReplaceError::Gone => PruneError::Changed,
        }
    }
}

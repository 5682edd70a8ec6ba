//! Why a repair ended early.

use crate::fault::{Damage, ReadError};
use crate::format::FormatError;
use crate::index::{PublishError, ReplaceError};
use crate::lock::LockError;
use crate::store::StoreError;

/// Why a repair ended early. Nothing that could be read was lost.
#[derive(Debug, thiserror::Error)]
pub enum RepairError {
    /// Someone asked to stop.
    #[error("the repair was cancelled")]
    Cancelled,
    /// The vault could not be locked, or the lock was lost.
    #[error("the vault's lock")]
    Lock(#[from] LockError),
    /// The vault's store could not be reached or written.
    #[error("the vault's store")]
    Store(#[from] StoreError),
    /// Something became unreadable meanwhile.
    #[error("the vault changed meanwhile")]
    Changed(#[source] Option<Damage>),
    /// The cryptographic library failed.
    #[error("an internal fault")]
    Internal(#[source] FormatError),
}

impl RepairError {
    /// Whether it failed for lack of room.
    pub fn is_full(&self) -> bool {
        match self {
            RepairError::Lock(error) => error.is_full(),
            RepairError::Store(error) => error.is_full(),
            _ => false,
        }
    }
}

impl From<ReadError> for RepairError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Unreachable(error) => RepairError::Store(error),
            ReadError::Damaged(damage) => RepairError::Changed(Some(damage)),
        }
    }
}

impl From<ReplaceError> for RepairError {
    fn from(error: ReplaceError) -> Self {
        match error {
            ReplaceError::Publish(PublishError::Lock(error)) => RepairError::Lock(error),
            ReplaceError::Publish(PublishError::Store(error)) => RepairError::Store(error),
            ReplaceError::Publish(PublishError::Format(error)) => RepairError::Internal(error),
            ReplaceError::Read(error) => error.into(),
            ReplaceError::Gone => RepairError::Changed(None),
        }
    }
}

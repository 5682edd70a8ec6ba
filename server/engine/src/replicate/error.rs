//! Why a replication ended early.

use std::io;

use crate::fault::{Damage, ReadError};
use crate::format::FormatError;
use crate::index::PublishError;
use crate::lock::LockError;
use crate::pack::PackError;
use crate::store::StoreError;

/// Why a replication ended early. The replica is valid, whatever the reason, and the next run goes on.
#[derive(Debug, thiserror::Error)]
pub enum ReplicateError {
    /// Someone asked to stop.
    #[error("the replication was cancelled")]
    Cancelled,
    /// The target is another vault.
    #[error("the target is another vault, not a replica of this one")]
    OtherVault,
    /// The target is no vault, and not empty either.
    #[error("the target is not empty, and no replica of this vault")]
    NotEmpty,
    /// The vault could not be locked, or the lock was lost.
    #[error("the vault's lock")]
    Lock(#[source] LockError),
    /// The replica could not be locked, or the lock was lost.
    #[error("the replica's lock")]
    ReplicaLock(#[source] LockError),
    /// The vault's store could not be reached.
    #[error("the vault's store")]
    Store(#[source] StoreError),
    /// The replica's store could not be reached or written.
    #[error("the replica's store")]
    ReplicaStore(#[source] StoreError),
    /// Something of the vault that everything depends on is damaged.
    #[error("the vault needs repair before it can be replicated")]
    NeedsRepair(#[source] Damage),
    /// The replica's index is damaged, so that nobody knows what it has.
    #[error("the replica needs repair before it can be written")]
    ReplicaNeedsRepair(#[source] Damage),
    /// The replica's folder could not be made or looked at.
    #[error("the replica's folder could not be prepared")]
    Folder(#[source] io::Error),
    /// Someone else has taken indexes away meanwhile.
    #[error("an index was taken away by someone else meanwhile")]
    Changed,
    /// A worker or the cryptographic library failed.
    #[error("an internal fault: {what}")]
    Internal {
        /// What happened.
        what: String,
    },
}

impl ReplicateError {
    /// Whether no space is left at the replica.
    pub fn is_full(&self) -> bool {
        matches!(
            self,
            ReplicateError::ReplicaStore(StoreError::Full { .. })
                | ReplicateError::ReplicaLock(LockError::Store(StoreError::Full { .. }))
        )
    }

    /// For what was read at the vault.
    pub(super) fn at_vault(error: ReadError) -> Self {
        match error {
            ReadError::Unreachable(error) => ReplicateError::Store(error),
            ReadError::Damaged(damage) => ReplicateError::NeedsRepair(damage),
        }
    }

    /// For what was read at the replica.
    pub(super) fn at_replica(error: ReadError) -> Self {
        match error {
            ReadError::Unreachable(error) => ReplicateError::ReplicaStore(error),
            ReadError::Damaged(damage) => ReplicateError::ReplicaNeedsRepair(damage),
        }
    }

    fn internal(error: &FormatError) -> Self {
        ReplicateError::Internal { what: error.to_string() }
    }
}

impl From<PackError> for ReplicateError {
    fn from(error: PackError) -> Self {
        match error {
            PackError::Store(error) => ReplicateError::ReplicaStore(error),
            PackError::Format(error) => ReplicateError::internal(&error),
        }
    }
}

impl From<PublishError> for ReplicateError {
    fn from(error: PublishError) -> Self {
        match error {
            PublishError::Lock(error) => ReplicateError::ReplicaLock(error),
            PublishError::Store(error) => ReplicateError::ReplicaStore(error),
            PublishError::Format(error) => ReplicateError::internal(&error),
        }
    }
}

impl From<FormatError> for ReplicateError {
    fn from(error: FormatError) -> Self {
        ReplicateError::internal(&error)
    }
}

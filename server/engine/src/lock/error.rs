//! Why a vault could not be locked.

use crate::format::{FormatError, Id};
use crate::store::StoreError;

/// Why a vault could not be locked, or the lock not be kept.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Someone holds the vault exclusively.
    #[error("the vault is locked exclusively by process {pid} of {username} on {hostname} since {since}")]
    Held {
        /// The holder's host.
        hostname: String,
        /// The holder's user.
        username: String,
        /// The holder's process.
        pid: i32,
        /// When the lock was written last.
        since: chrono::DateTime<chrono::Utc>,
    },
    /// Someone else works with the vault, which was wanted for ourselves alone.
    #[error("the vault is in use by process {pid} of {username} on {hostname} since {since}")]
    InUse {
        /// The holder's host.
        hostname: String,
        /// The holder's user.
        username: String,
        /// The holder's process.
        pid: i32,
        /// When the lock was written last.
        since: chrono::DateTime<chrono::Utc>,
    },
    /// A lock file cannot be read, so that nobody knows whether it is exclusive.
    #[error("the lock {id} cannot be read")]
    Unreadable {
        /// The file in `locks/`.
        id: Id,
        /// What is wrong with it.
        #[source]
        source: FormatError,
    },
    /// Our own lock was removed or grew old: nothing may be published any more.
    #[error("our own lock on the vault was lost")]
    Lost,
    /// The store failed.
    #[error("the lock could not be written or looked at")]
    Store(#[source] StoreError),
}

impl LockError {
    /// Whether it failed for lack of room.
    pub fn is_full(&self) -> bool {
        matches!(self, LockError::Store(error) if error.is_full())
    }
}

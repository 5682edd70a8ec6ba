//! Why a vault could not be made or opened, and why its points could not be listed or forgotten.

use std::io;

use crate::fault::{Damage, ReadError};
use crate::format::FormatError;
use crate::lock::LockError;
use crate::point::PointId;
use crate::store::{ProbeError, StoreError};

/// Why a vault could not be made.
#[derive(Debug, thiserror::Error)]
pub enum InitError {
    /// There is something else, or a vault already.
    #[error("the vault's place is not empty")]
    NotEmpty,
    /// The password is empty.
    #[error("a vault needs a password")]
    EmptyPassword,
    /// The folder could not be made or written.
    #[error("the folder could not be prepared")]
    Folder(#[source] io::Error),
    /// The store failed.
    #[error("the new vault could not be written")]
    Store(#[from] StoreError),
    /// The store does not keep its word.
    #[error("the store cannot hold a vault")]
    Probe(#[from] ProbeError),
    /// The cryptographic library failed.
    #[error("no key could be made")]
    Key(#[from] FormatError),
    /// What was written could not be read back.
    #[error("the new vault could not be opened")]
    Open(#[from] OpenError),
}

/// Why a vault could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// No key of the vault opens with this password.
    #[error("wrong password")]
    WrongPassword,
    /// There is no vault here.
    #[error("there is no vault here")]
    NotAVault,
    /// The store could not be reached, which may pass.
    #[error("the vault could not be reached")]
    Unreachable(#[source] StoreError),
    /// Config or keys are damaged.
    #[error("the vault cannot be opened")]
    Corrupt(#[source] Damage),
}

/// Why points could not be listed.
#[derive(Debug, thiserror::Error)]
#[error("the points could not be listed")]
pub struct PointsError(#[from] pub ReadError);

/// Why points could not be forgotten.
#[derive(Debug, thiserror::Error)]
pub enum ForgetError {
    /// There is no such point of ours; nothing was deleted.
    #[error("there is no point {0}")]
    NoSuchPoint(PointId),
    /// The vault could not be locked.
    #[error("the vault's lock")]
    Lock(#[from] LockError),
    /// The vault could not be read; nothing was deleted.
    #[error("the vault could not be read")]
    Read(#[from] ReadError),
    /// The store failed; the points before this one are deleted.
    #[error("point {point} could not be deleted")]
    Store {
        /// The point that is still there.
        point: PointId,
        /// What the store said.
        #[source]
        source: StoreError,
    },
}

impl ForgetError {
    /// Whether it failed for lack of room; nothing was deleted then.
    pub fn is_full(&self) -> bool {
        matches!(self, ForgetError::Lock(error) if error.is_full())
    }
}

//! Why a verification did not come to an end.

use crate::fault::ReadError;
use crate::lock::LockError;
use crate::point::PointId;
use crate::store::StoreError;

/// Why a verification did not come to an end. What it finds damaged is in its report, not here.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// Someone asked to stop.
    #[error("the verification was cancelled")]
    Cancelled,
    /// The vault is locked exclusively.
    #[error("the vault's lock")]
    Lock(#[from] LockError),
    /// The store could not be reached, which may pass and says nothing about the data.
    #[error("the vault's store could not be read")]
    Unreachable(#[source] StoreError),
    /// What the point needs is damaged.
    #[error("the point cannot be read back")]
    Damaged(#[source] crate::fault::Damage),
    /// There is no such point.
    #[error("there is no point {0}")]
    NoSuchPoint(PointId),
    /// A worker failed.
    #[error("an internal fault: {what}")]
    Internal {
        /// What happened.
        what: String,
    },
}

impl From<ReadError> for VerifyError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Unreachable(error) => VerifyError::Unreachable(error),
            ReadError::Damaged(damage) => VerifyError::Damaged(damage),
        }
    }
}

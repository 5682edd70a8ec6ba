//! Why there is no catalogue, or not the one that was to be.

use crate::archive::BackupError;
use crate::fault::ReadError;
use crate::lock::LockError;
use crate::store::StoreError;

/// Why a catalogue could not be written or read. The vault is as valid as before, whatever the reason.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// The files cannot be a catalogue as they are.
    #[error("the files are not valid: {why}")]
    Invalid {
        /// What is wrong with them.
        why: String,
    },
    /// The vault could not be locked.
    #[error("the vault's lock")]
    Lock(#[from] LockError),
    /// The vault could not be read, or what it holds is damaged.
    #[error("the vault could not be read")]
    Read(#[from] ReadError),
    /// The catalogue could not be stored, for the reasons that a point cannot.
    #[error("the catalogue could not be stored")]
    Write(#[from] BackupError),
    /// The new catalogue is there; an older one that it replaces could not be deleted.
    #[error("an older catalogue could not be deleted")]
    Delete(#[source] StoreError),
}

//! What can go wrong in a store.

use std::io;

use crate::store::FileName;

/// A store did not do what it was asked. None of these says that bytes in the vault are bad; a file that should be there
/// and is missing or short is told apart by its variant, and the caller decides.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("{name} is not there")]
    Missing {
        /// The file.
        name: FileName,
    },
    /// There is such a file already, and files are written once.
    #[error("{name} exists already")]
    Exists {
        /// The file.
        name: FileName,
    },
    /// The file ends before the bytes that were asked for.
    #[error("{name} ends too early")]
    TooShort {
        /// The file.
        name: FileName,
    },
    /// No space is left, or the quota is used up.
    #[error("no space is left for {name}")]
    Full {
        /// The file that did not fit.
        name: FileName,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The store could not be reached or refused; it may pass.
    #[error("the store could not {doing} {what}")]
    Unreachable {
        /// The verb: read, write, list, delete.
        doing: &'static str,
        /// The file or folder.
        what: String,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

impl StoreError {
    /// Whether it failed for lack of room.
    pub fn is_full(&self) -> bool {
        matches!(self, StoreError::Full { .. })
    }

    /// Sorts what the system said about `name`.
    pub fn from_io(doing: &'static str, name: FileName, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound => StoreError::Missing { name },
            io::ErrorKind::UnexpectedEof => StoreError::TooShort { name },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full { name, source },
            _ => StoreError::Unreachable { doing, what: name.to_string(), source },
        }
    }
}

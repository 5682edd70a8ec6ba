//! What every store must do.

use crate::format::Id;
use crate::store::{FileKind, FileName, StoreError};

/// Keeps files. All calls block; any number of threads may call at once.
pub trait Store: Send + Sync {
    /// Writes a file that does not exist yet. When it returns, the bytes are durable; when it fails, the name does not exist
    /// (or, after a fault while answering, it holds all the bytes). [`StoreError::Exists`] when the name is taken.
    fn put(&self, name: FileName, bytes: &[u8]) -> Result<(), StoreError>;

    /// Reads a whole file.
    fn get(&self, name: FileName) -> Result<Vec<u8>, StoreError>;

    /// Fills `bytes` from `offset` on (in bytes). [`StoreError::TooShort`] when the file ends before.
    fn get_range(&self, name: FileName, offset: u64, bytes: &mut [u8]) -> Result<(), StoreError>;

    /// All files of a kind with their sizes in bytes. Complete or an error, never a part.
    fn list(&self, kind: FileKind) -> Result<Vec<(Id, u64)>, StoreError>;

    /// The size of a file in bytes.
    fn head(&self, name: FileName) -> Result<u64, StoreError>;

    /// Removes a file. One that is not there is [`StoreError::Missing`].
    fn delete(&self, name: FileName) -> Result<(), StoreError>;

    /// Gives up what it keeps in reserve for when it is full; answers whether there was anything.
    fn give_up_reserve(&self) -> Result<bool, StoreError> {
        Ok(false)
    }

    /// Makes the reserve again, where it is missing and there is room.
    fn keep_reserve(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

/// Removes a file that may be gone already; answers whether it was there.
pub(crate) fn delete_if_there(store: &dyn Store, name: FileName) -> Result<bool, StoreError> {
    match store.delete(name) {
        Ok(()) => Ok(true),
        Err(StoreError::Missing { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

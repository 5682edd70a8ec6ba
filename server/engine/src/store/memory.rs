//! A vault in memory, for trying things out: nothing of it outlives the process.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use crate::format::Id;
use crate::store::{FileKind, FileName, Store, StoreError};

/// Files in memory. Clones are the same store.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: Arc<RwLock<BTreeMap<FileName, Arc<[u8]>>>>,
}

impl Memory {
    /// An empty store.
    pub fn new() -> Self {
        Memory::default()
    }

    fn files(&self) -> RwLockReadGuard<'_, BTreeMap<FileName, Arc<[u8]>>> {
        self.files.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn file(&self, name: FileName) -> Result<Arc<[u8]>, StoreError> {
        self.files().get(&name).cloned().ok_or(StoreError::Missing { name })
    }
}

impl Store for Memory {
    fn put(&self, name: FileName, bytes: &[u8]) -> Result<(), StoreError> {
        let mut files = self.files.write().unwrap_or_else(PoisonError::into_inner);
        if files.contains_key(&name) {
            return Err(StoreError::Exists { name });
        }
        files.insert(name, bytes.into());
        Ok(())
    }

    fn get(&self, name: FileName) -> Result<Vec<u8>, StoreError> {
        Ok(self.file(name)?.to_vec())
    }

    fn get_range(&self, name: FileName, offset: u64, bytes: &mut [u8]) -> Result<(), StoreError> {
        let file = self.file(name)?;
        let start = usize::try_from(offset).map_err(|_| StoreError::TooShort { name })?;
        let range = start.checked_add(bytes.len()).and_then(|end| file.get(start..end));
        bytes.copy_from_slice(range.ok_or(StoreError::TooShort { name })?);
        Ok(())
    }

    fn list(&self, kind: FileKind) -> Result<Vec<(Id, u64)>, StoreError> {
        let files = self.files();
        let of_kind = files.iter().filter(|(name, _)| name.kind == kind);
        Ok(of_kind.map(|(name, bytes)| (name.id, bytes.len() as u64)).collect())
    }

    fn head(&self, name: FileName) -> Result<u64, StoreError> {
        Ok(self.file(name)?.len() as u64)
    }

    fn delete(&self, name: FileName) -> Result<(), StoreError> {
        let removed = self.files.write().unwrap_or_else(PoisonError::into_inner).remove(&name);
        removed.map(drop).ok_or(StoreError::Missing { name })
    }
}

//! Making a replica, and knowing one.

use std::sync::Arc;

use crate::core::Core;
use crate::fault::Damage;
use crate::format::Id;
use crate::replicate::ReplicateError;
use crate::store::{FileKind, FileName, Store, StoreError};

/// The replica of this vault in `store`: the one that is there, with keys that came since, or a new one in an empty store.
pub(crate) fn open(vault: &Core, store: Arc<dyn Store>) -> Result<Core, ReplicateError> {
    let config = vault.store().get(FileName::CONFIG).map_err(ReplicateError::Store)?;
    let there = config_of(&*store)?;
    match &there {
        Some(there) if *there != config => return Err(ReplicateError::OtherVault),
        Some(_) => {}
        None if is_free(&*store)? => {}
        None => return Err(ReplicateError::NotEmpty),
    }
    copy_keys(vault.store(), &*store)?;
    if there.is_none() {
        // The config makes it a vault, so it comes last.
        put_if_absent(&*store, FileName::CONFIG, &config)?;
    }
    Ok(vault.beside(store))
}

/// Refuses two vaults that are not the same one.
pub(super) fn must_be_of(vault: &Core, replica: &Core) -> Result<(), ReplicateError> {
    let config = vault.store().get(FileName::CONFIG).map_err(ReplicateError::Store)?;
    if config_of(replica.store())?.is_none_or(|there| there != config) {
        return Err(ReplicateError::OtherVault);
    }
    Ok(())
}

fn config_of(store: &dyn Store) -> Result<Option<Vec<u8>>, ReplicateError> {
    match store.get(FileName::CONFIG) {
        Ok(config) => Ok(Some(config)),
        Err(StoreError::Missing { .. }) => Ok(None),
        Err(error) => Err(ReplicateError::ReplicaStore(error)),
    }
}

/// Whether there is nothing but what a replica that was never finished leaves: keys.
fn is_free(store: &dyn Store) -> Result<bool, ReplicateError> {
    for kind in [FileKind::Snapshot, FileKind::Index, FileKind::Pack, FileKind::Condemned] {
        if !store.list(kind).map_err(ReplicateError::ReplicaStore)?.is_empty() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Copies the keys that are missing. One that was removed from the vault stays at the replica until it is removed there.
pub(super) fn copy_keys(vault: &dyn Store, replica: &dyn Store) -> Result<u64, ReplicateError> {
    let there = replica.list(FileKind::Key).map_err(ReplicateError::ReplicaStore)?;
    let mut copied = 0;
    for (id, _) in vault.list(FileKind::Key).map_err(ReplicateError::Store)? {
        if there.iter().any(|(known, _)| *known == id) {
            continue;
        }
        let name = FileKind::Key.file(id);
        let bytes = match vault.get(name) {
            Ok(bytes) => bytes,
            Err(StoreError::Missing { .. }) => continue,
            Err(error) => return Err(ReplicateError::Store(error)),
        };
        if Id::of(&bytes) != id {
            return Err(ReplicateError::NeedsRepair(Damage::new(name, "its name is not the hash of its bytes")));
        }
        copied += u64::from(put_if_absent(replica, name, &bytes)?);
    }
    Ok(copied)
}

/// Writes a file at the replica; answers whether it was not there yet.
pub(super) fn put_if_absent(replica: &dyn Store, name: FileName, bytes: &[u8]) -> Result<bool, ReplicateError> {
    match replica.put(name, bytes) {
        Ok(()) => Ok(true),
        Err(StoreError::Exists { .. }) => Ok(false),
        Err(error) => Err(ReplicateError::ReplicaStore(error)),
    }
}

//! Removing a whole vault from a store.

use crate::store::{FileKind, FileName, Store, StoreError, delete_if_there};

/// Removes everything of a vault that is in the store. The config goes first, without which it is none any more: what an interrupted
/// removal leaves is found by the next one, and a new vault may be made over it only when there is nothing of value.
pub fn remove_vault(store: &dyn Store) -> Result<(), StoreError> {
    delete_if_there(store, FileName::CONFIG)?;
    let kinds = [
        FileKind::Snapshot,
        FileKind::Index,
        FileKind::Condemned,
        FileKind::Pack,
        FileKind::Lock,
        FileKind::Key,
        FileKind::Probe,
    ];
    for kind in kinds {
        for (id, _) in store.list(kind)? {
            delete_if_there(store, kind.file(id))?;
        }
    }
    Ok(())
}

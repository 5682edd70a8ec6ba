//! From a point's id to its stored disk.

use std::sync::Arc;

use crate::core::Core;
use crate::fault::{Damage, ReadError};
use crate::index;
use crate::lock::{LockError, VaultLock};
use crate::point::PointId;
use crate::progress::{Progress, Update};
use crate::restore::RestoreError;
use crate::restore::chunk_source::ChunkSource;
use crate::store::StoreError;
use crate::stored_disk::StoredDisk;

/// A vault that cannot be written to can still be read from.
pub(super) fn lock_if_possible(core: &Arc<Core>, progress: &dyn Progress) -> Result<Option<VaultLock>, LockError> {
    match VaultLock::shared(core) {
        Ok(lock) => Ok(Some(lock)),
        Err(LockError::Store(error @ (StoreError::Full { .. } | StoreError::Unreachable { .. }))) => {
            progress.report(Update::Note(&format!("restoring without a lock: {error}")));
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// A disk of a point, with the index as it stands in the store.
pub(super) fn find_disk(
    chunks: &ChunkSource,
    (point, disk): (PointId, &str),
    progress: &dyn Progress,
) -> Result<StoredDisk, RestoreError> {
    for damage in index::refresh(chunks.vault())? {
        progress.report(Update::Note(&format!("restoring without a part of the index: {damage}")));
    }
    let found = chunks.point(point)?.ok_or(RestoreError::NoSuchPoint(point))?;
    let Some(listed) = found.disks.iter().find(|listed| listed.name == disk) else {
        return Err(RestoreError::NoSuchDisk(disk.to_owned()));
    };
    let stored = chunks.read_anywhere(|core| StoredDisk::open(core, &found, disk))?;
    if listed.size_bytes != stored.geometry.size_bytes {
        let what = format!("disk {disk:?} of point {}", found.id);
        return Err(ReadError::from(Damage::new(what, "its two records of its size differ")).into());
    }
    Ok(stored)
}

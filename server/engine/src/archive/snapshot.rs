//! The last step of whatever makes a root: the snapshot file, under the rules that keep it from naming what is gone.

use crate::archive::BackupError;
use crate::core::Core;
use crate::format::Id;
use crate::index;
use crate::lock::{LockError, VaultLock};
use crate::store::{FileKind, delete_if_there};

/// Who writes snapshots, as restic shows it.
pub(crate) const PROGRAM: &str = concat!("cofre ", env!("CARGO_PKG_VERSION"));

/// Writes a sealed snapshot under its id. Everything that it needs is durable and listed.
pub(crate) fn publish(core: &Core, (id, bytes): (Id, &[u8]), lock_held: &VaultLock) -> Result<(), BackupError> {
    lock_held.check()?;
    if !index::stands(core)? {
        return Err(LockError::Lost.into());
    }
    core.store().put(FileKind::Snapshot.file(id), bytes)?;
    if let Err(lost) = lock_held.check() {
        // Paused right before the write, for so long that others took us for dead: what the snapshot needs may be condemned.
        delete_if_there(core.store(), FileKind::Snapshot.file(id))?;
        return Err(lost.into());
    }
    Ok(())
}

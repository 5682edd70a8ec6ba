//! Looking at a point right after it was made: its packs' sizes and headers, the index as a stranger would read it, and a
//! chunk of every disk.

use std::collections::HashSet;
use std::sync::Arc;

use crate::cancel::Cancel;
use crate::core::Core;
use crate::fault::Damage;
use crate::format::{BlobKind, Id};
use crate::index;
use crate::lock::VaultLock;
use crate::point::{self, PointId};
use crate::store::FileKind;
use crate::stored_disk::StoredDisk;
use crate::verify::packs::check_header;
use crate::verify::{Validation, VerifyError};

/// Validates a point; `packs` are the ones that were written for it.
pub(crate) fn validate(
    core: &Arc<Core>,
    id: PointId,
    packs: &[Id],
    cancel: &Cancel,
) -> Result<Validation, VerifyError> {
    let _lock = VaultLock::shared(core)?;
    let snapshot = point::read_snapshot(core, id.0)?.ok_or(VerifyError::NoSuchPoint(id))?;
    let found = point::find(core, id)?.ok_or(VerifyError::NoSuchPoint(id))?;
    debug_assert_eq!(snapshot.tree, found.tree);
    let mut validation = Validation::default();
    check_packs(core, packs, cancel, &mut validation)?;
    for disk in &found.disks {
        if cancel.is_cancelled() {
            return Err(VerifyError::Cancelled);
        }
        let mut stored = StoredDisk::open(core, &found, &disk.name)?;
        let segments = stored.geometry.segments();
        if segments == 0 {
            continue;
        }
        // The id of the point is as good as random.
        let draw = u64::from_le_bytes(std::array::from_fn(|at| id.0.as_bytes()[at]));
        let chunks = stored.segment(core, draw % segments)?;
        let place = usize::try_from(draw >> 32).unwrap_or(0) % chunks.len().max(1);
        if let Some(chunk) = chunks.get(place) {
            core.read_blob(BlobKind::Data, *chunk)?;
            validation.chunks += 1;
        }
    }
    Ok(validation)
}

/// Every pack must be listed by an index file as it stands in the store, and be what that says.
fn check_packs(core: &Core, packs: &[Id], cancel: &Cancel, validation: &mut Validation) -> Result<(), VerifyError> {
    let mut wanted: HashSet<Id> = packs.iter().copied().collect();
    let files = core.store().list(FileKind::Index).map_err(VerifyError::Unreachable)?;
    for (id, _) in files {
        if wanted.is_empty() {
            return Ok(());
        }
        let Some(index) = index::read_file(core, id)? else { continue };
        for pack in index.packs.iter().filter(|pack| wanted.contains(&pack.id)) {
            if cancel.is_cancelled() {
                return Err(VerifyError::Cancelled);
            }
            check_header(core, pack)?;
            validation.packs += 1;
        }
        for pack in &index.packs {
            wanted.remove(&pack.id);
        }
    }
    match wanted.into_iter().next() {
        Some(pack) => Err(VerifyError::Damaged(Damage::new(FileKind::Pack.file(pack), "no index lists it"))),
        None => Ok(()),
    }
}

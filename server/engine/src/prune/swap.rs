//! The moment in which packs are condemned: with the vault alone, the indexes that name them are replaced.

use crate::cancel::Cancel;
use crate::core::Core;
use crate::format::{IdMap, IdSet, PackEntry};
use crate::index;
use crate::lock::VaultLock;
use crate::pack::FinishedPack;
use crate::prune::condemned::{self, CondemnedFile, CondemnedPack};
use crate::prune::job::Decided;
use crate::prune::mark::Marks;
use crate::prune::packs::PackUse;
use crate::prune::{PackCount, PruneError, PruneRequest};
use crate::store::FileKind;

/// Condemns what was decided, except what snapshots need that came meanwhile.
pub(super) fn swap(
    core: &Core,
    mut decided: Decided,
    copies: Vec<FinishedPack>,
    request: &PruneRequest<'_>,
    (lock, cancel): (&VaultLock, &Cancel),
) -> Result<PackCount, PruneError> {
    name_late_packs(core, &mut decided)?;
    let mut going = decided.going();
    decided.marks.add_late(core, cancel)?;
    if decided.marks.any_late() {
        spare(core, &decided.marks, &mut going)?;
    }
    let packs = condemned_packs(&going, &decided.packs.unnamed);
    let mut count = PackCount::default();
    for pack in &packs {
        count.add(pack.bytes);
    }
    if packs.is_empty() {
        return Ok(count);
    }
    if let Some(before_swap) = request.on_before_swap {
        before_swap().map_err(|why| PruneError::Refused { why })?;
    }
    lock.check()?;
    // A list counts only for packs that no index names, so it may come first, and must: whoever finds a pack without an index
    // has to know since when.
    condemned::write(core, &CondemnedFile { condemned_at: request.now, packs })?;
    let gone = going.into_values().map(|pack| (pack.id, pack.files)).collect();
    index::replace(core, &gone, copies, lock)?;
    Ok(count)
}

/// What was written and named since the packs were listed is no writer's leftover. Nobody may have taken an index away.
fn name_late_packs(core: &Core, decided: &mut Decided) -> Result<(), PruneError> {
    let listed: IdSet = core.store().list(FileKind::Index)?.into_iter().map(|(id, _)| id).collect();
    if !decided.packs.files.is_subset(&listed) {
        return Err(PruneError::Changed);
    }
    for id in listed.difference(&decided.packs.files) {
        for pack in index::read_file(core, *id)?.ok_or(PruneError::Changed)?.packs {
            decided.packs.unnamed.remove(&pack.id);
        }
    }
    Ok(())
}

/// Takes packs from those that go that hold a blob which a snapshot needs that came since the first marks, and that nothing
/// needed before.
fn spare(core: &Core, marks: &Marks, going: &mut IdMap<PackUse>) -> Result<(), PruneError> {
    let files: IdSet = going.values().flat_map(|pack| pack.files.iter().copied()).collect();
    for file in files {
        for pack in index::read_file(core, file)?.ok_or(PruneError::Changed)?.packs {
            if going.contains_key(&pack.id) && marks.is_late(core, pack.blobs.iter().map(PackEntry::from))? {
                going.remove(&pack.id);
            }
        }
    }
    Ok(())
}

fn condemned_packs(going: &IdMap<PackUse>, unnamed: &IdMap<u64>) -> Vec<CondemnedPack> {
    let named = going.values().map(|pack| CondemnedPack { id: pack.id, bytes: pack.bytes });
    named.chain(unnamed.iter().map(|(id, bytes)| CondemnedPack { id: *id, bytes: *bytes })).collect()
}

//! A prune from the marks to the deleted packs.

use std::sync::Arc;

use crate::cancel::Cancel;
use crate::core::Core;
use crate::format::{Id, IdMap, IndexFile, IndexPack, PackEntry};
use crate::index;
use crate::lock::VaultLock;
use crate::pack::FinishedPack;
use crate::progress::{Phase, Progress, Update};
use crate::prune::choice::{Fate, choose, copied_sizes};
use crate::prune::mark::{Marks, Roots};
use crate::prune::packs::{PackUse, Packs};
use crate::prune::repack::Copies;
use crate::prune::{PackCount, PruneError, PruneOutcome, PrunePlan, PruneRequest, condemned, swap};
use crate::reserve::Room;

/// What was found and decided.
pub(super) struct Decided {
    pub(super) marks: Marks,
    pub(super) packs: Packs,
    /// In the order of `packs.named`.
    pub(super) fates: Vec<Fate>,
}

/// Tells what a prune would do, and changes nothing.
pub(crate) fn plan(
    core: &Arc<Core>,
    request: &PruneRequest<'_>,
    progress: &dyn Progress,
    cancel: &Cancel,
) -> Result<PrunePlan, PruneError> {
    let _lock = VaultLock::shared(core)?;
    progress.report(Update::Phase(Phase::Preparing));
    Ok(decide(core, Some(request.unused_percent_max), cancel)?.1)
}

/// Takes away what no snapshot needs. Copies nothing where room is scarce.
pub(crate) fn prune(
    core: &Arc<Core>,
    request: &PruneRequest<'_>,
    room: Room,
    (progress, cancel): (&dyn Progress, &Cancel),
) -> Result<PruneOutcome, PruneError> {
    let lock = VaultLock::shared(core)?;
    progress.report(Update::Phase(Phase::Preparing));
    // First, so that there is room to write: a full store is why many prune.
    let (before, _) = condemned::delete_due(core, request, &lock, cancel)?;
    let (decided, plan) = decide(core, unused_percent_max(request, room), cancel)?;
    let copies = copy(core, &decided, progress, cancel)?;
    progress.report(Update::Phase(Phase::Committing));
    let alone = VaultLock::exclusive(core, &lock, request.patience, cancel)?.ok_or(PruneError::Cancelled)?;
    let swapped = swap::swap(core, decided, copies, request, (&alone, cancel));
    // What the map in memory says is compared with the files before anyone else may use it.
    let refreshed = index::refresh(core);
    drop(alone);
    let condemned = swapped?;
    refreshed?;
    let (after, in_grace) = condemned::delete_due(core, request, &lock, cancel)?;
    let deleted = PackCount { packs: before.packs + after.packs, bytes: before.bytes + after.bytes };
    Ok(PruneOutcome { plan, condemned, deleted, in_grace })
}

fn unused_percent_max(request: &PruneRequest<'_>, room: Room) -> Option<u8> {
    (room == Room::Plenty).then_some(request.unused_percent_max)
}

fn decide(core: &Core, unused_percent_max: Option<u8>, cancel: &Cancel) -> Result<(Decided, PrunePlan), PruneError> {
    let roots = Roots::list(core)?;
    let (mut packs, table) = Packs::survey(core, cancel)?;
    let marks = Marks::first(core, table, roots, cancel)?;
    packs.count(core, &marks)?;
    let mut plan = PrunePlan { snapshots: marks.snapshots(), ..PrunePlan::default() };
    for (_, list) in condemned::read_all(core)? {
        for pack in list.packs {
            if let Some(bytes) = packs.unnamed.remove(&pack.id) {
                plan.in_grace.add(bytes);
            }
        }
    }
    let fates = choose(&packs.named, unused_percent_max);
    for (pack, fate) in packs.named.iter().zip(&fates) {
        plan.present.add(pack.bytes);
        match fate {
            Fate::Stays => {}
            Fate::Goes => plan.unneeded.add(pack.bytes),
            Fate::IsCopied => plan.to_copy.add(pack.bytes),
        }
    }
    for bytes in packs.unnamed.values() {
        plan.present.add(*bytes);
        plan.unneeded.add(*bytes);
    }
    for bytes in copied_sizes(&packs.named, &fates, core.pack_bytes() as u64) {
        plan.copies.add(bytes);
    }
    Ok((Decided { marks, packs, fates }, plan))
}

/// Copies what is needed out of the packs that go for its sake; the new packs are durable, and no index names them yet.
fn copy(
    core: &Core,
    decided: &Decided,
    progress: &dyn Progress,
    cancel: &Cancel,
) -> Result<Vec<FinishedPack>, PruneError> {
    progress.report(Update::Phase(Phase::Transferring));
    let numbered = (0..).zip(&decided.packs.named).zip(&decided.fates);
    let wanted: Vec<(u32, &PackUse)> =
        numbered.filter(|(_, fate)| **fate == Fate::IsCopied).map(|(pack, _)| pack).collect();
    progress.report(Update::Planned { bytes: wanted.iter().map(|(_, pack)| pack.bytes).sum() });
    let mut files = OpenFile::default();
    let mut copies = Copies::default();
    for (place, pack) in wanted {
        let listed = files.pack(core, pack)?;
        let needed = decided.marks.living_in(core, place, listed.blobs.iter().map(PackEntry::from))?;
        copies.add(core, pack.id, &needed)?;
        progress.report(Update::Read { disk: 0, bytes: pack.bytes });
        if cancel.is_cancelled() {
            return Err(PruneError::Cancelled);
        }
    }
    copies.finish(core)
}

/// The index file that was read last: packs of the same file follow each other.
#[derive(Default)]
struct OpenFile(Option<(Id, IndexFile)>);

impl OpenFile {
    /// What the first index file that names the pack says of it.
    fn pack(&mut self, core: &Core, pack: &PackUse) -> Result<IndexPack, PruneError> {
        let id = *pack.files.first().ok_or(PruneError::Changed)?;
        if self.0.as_ref().is_none_or(|(open, _)| *open != id) {
            self.0 = Some((id, index::read_file(core, id)?.ok_or(PruneError::Changed)?));
        }
        let listed = self.0.iter().flat_map(|(_, file)| &file.packs).find(|listed| listed.id == pack.id);
        listed.cloned().ok_or(PruneError::Changed)
    }
}

impl Decided {
    /// The packs that are to go, by id.
    pub(super) fn going(&self) -> IdMap<PackUse> {
        let goes = self.packs.named.iter().zip(&self.fates).filter(|(_, fate)| **fate != Fate::Stays);
        goes.map(|(pack, _)| (pack.id, pack.clone())).collect()
    }
}

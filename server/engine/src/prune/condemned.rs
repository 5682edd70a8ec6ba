//! The lists of condemned packs, and deleting what they name when its grace is over.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::cancel::Cancel;
use crate::core::Core;
use crate::fault::{Damage, ReadError};
use crate::format::{FormatError, Id, IdSet, seal_document};
use crate::index;
use crate::lock::VaultLock;
use crate::prune::{PackCount, PruneError, PruneRequest};
use crate::store::{FileKind, StoreError, delete_if_there};

/// So long a list outlives its packs. While it stands, a replication writes none of them under its own name: a prune that stood
/// still since it looked last might delete it.
const STAYS: Duration = Duration::from_hours(7 * 24);

/// A file in `condemned/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CondemnedFile {
    /// When, by the clock of who pruned.
    pub(super) condemned_at: DateTime<Utc>,
    pub(super) packs: Vec<CondemnedPack>,
}

/// A pack that no index names any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CondemnedPack {
    pub(super) id: Id,
    pub(super) bytes: u64,
}

/// Writes a list. It counts only for packs that no index names, so it comes before the indexes are swapped.
pub(super) fn write(core: &Core, file: &CondemnedFile) -> Result<(), PruneError> {
    let json = serde_json::to_vec(file).map_err(|error| FormatError::malformed("list of condemned packs", error));
    let bytes = json.and_then(|json| seal_document(core.sealer(), &json)).map_err(PruneError::Internal)?;
    core.store().put(FileKind::Condemned.file(Id::of(&bytes)), &bytes)?;
    Ok(())
}

/// All lists. One that cannot be read condemns nothing: its packs are found again as packs that no index names.
pub(super) fn read_all(core: &Core) -> Result<Vec<(Id, CondemnedFile)>, ReadError> {
    let mut files = Vec::new();
    for (id, _) in core.store().list(FileKind::Condemned).map_err(ReadError::from_store)? {
        match read(core, id) {
            Ok(Some(file)) => files.push((id, file)),
            Ok(None) | Err(ReadError::Damaged(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(files)
}

/// The packs that any list condemns.
pub(crate) fn condemned_packs(core: &Core) -> Result<IdSet, ReadError> {
    let lists = read_all(core)?;
    Ok(lists.into_iter().flat_map(|(_, list)| list.packs).map(|pack| pack.id).collect())
}

fn read(core: &Core, id: Id) -> Result<Option<CondemnedFile>, ReadError> {
    let name = FileKind::Condemned.file(id);
    let Some(json) = core.read_document(name)? else { return Ok(None) };
    serde_json::from_slice(&json).map(Some).map_err(|error| Damage::new(name, error).into())
}

/// Deletes the packs whose grace is over, unless an index names one of their list. Answers what was deleted, and what waits.
pub(super) fn delete_due(
    core: &Core,
    request: &PruneRequest<'_>,
    lock: &VaultLock,
    cancel: &Cancel,
) -> Result<(PackCount, PackCount), PruneError> {
    let (mut deleted, mut in_grace) = (PackCount::default(), PackCount::default());
    let lists = read_all(core)?;
    // Read after the lists: what was named before a list was written and still is, is not condemned.
    let (named, present) = if lists.is_empty() { (IdSet::default(), IdSet::default()) } else { standing(core)? };
    for (id, mut list) in lists {
        let age = request.now.signed_duration_since(list.condemned_at).to_std();
        let is_older_than = |time: Duration| age.is_ok_and(|age| age >= time);
        let due = is_older_than(request.grace);
        // A pack that is named still: the prune ended before it had replaced the indexes. What no index names of the others
        // is found by the next one.
        let ended_early = list.packs.iter().any(|pack| named.contains(&pack.id));
        list.packs.retain(|pack| present.contains(&pack.id));
        if due && !ended_early {
            delete_packs(core, (id, &list.packs), (lock, cancel), &mut deleted)?;
        }
        if ended_early || is_older_than(request.grace.saturating_add(STAYS)) {
            // Last: a list that is left deletes the rest next time.
            delete_if_there(core.store(), FileKind::Condemned.file(id))?;
        }
        if !due && !ended_early {
            for pack in &list.packs {
                in_grace.add(pack.bytes);
            }
        }
    }
    Ok((deleted, in_grace))
}

fn delete_packs(
    core: &Core,
    (list, packs): (Id, &[CondemnedPack]),
    (lock, cancel): (&VaultLock, &Cancel),
    deleted: &mut PackCount,
) -> Result<(), PruneError> {
    for pack in packs {
        if cancel.is_cancelled() {
            return Err(PruneError::Cancelled);
        }
        lock.check()?;
        // Another prune may have found that an index names one of them.
        match core.store().head(FileKind::Condemned.file(list)) {
            Ok(_) => {}
            Err(StoreError::Missing { .. }) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
        if delete_if_there(core.store(), FileKind::Pack.file(pack.id))? {
            deleted.add(pack.bytes);
        }
    }
    Ok(())
}

/// Every pack that an index names, and every pack that is there.
fn standing(core: &Core) -> Result<(IdSet, IdSet), PruneError> {
    let named = named_packs(core)?;
    Ok((named, core.store().list(FileKind::Pack)?.into_iter().map(|(id, _)| id).collect()))
}

/// Every pack that an index names. An index that cannot be read may name any: nothing is deleted then.
fn named_packs(core: &Core) -> Result<IdSet, PruneError> {
    let mut named = IdSet::default();
    for (id, _) in core.store().list(FileKind::Index)? {
        let file = index::read_file(core, id)?.ok_or(PruneError::Changed)?;
        named.extend(file.packs.iter().map(|pack| pack.id));
    }
    Ok(named)
}

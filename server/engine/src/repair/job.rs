//! A repair of the index.

use std::sync::Arc;
use std::time::Duration;

use crate::cancel::Cancel;
use crate::core::Core;
use crate::fault::ReadError;
use crate::format::{Id, IdMap, IdSet};
use crate::index;
use crate::lock::VaultLock;
use crate::pack::FinishedPack;
use crate::progress::{Phase, Progress, Update};
use crate::repair::{RepairError, RepairReport};
use crate::store::{FileKind, delete_if_there};
use crate::verify::read_header;

/// The index as it stands in the store.
#[derive(Default)]
struct Standing {
    /// The packs that it names, with the files that do.
    named: IdMap<Vec<Id>>,
    /// The files that cannot be read.
    damaged: IdSet,
}

/// Repairs the index; waits as long as `patience` until nobody else works with the vault.
pub(crate) fn repair(
    core: &Arc<Core>,
    patience: Duration,
    progress: &dyn Progress,
    cancel: &Cancel,
) -> Result<RepairReport, RepairError> {
    let lock = VaultLock::shared(core)?;
    progress.report(Update::Phase(Phase::Preparing));
    // Headers are read while others work; what they name meanwhile is looked at again before it counts.
    let mut report = RepairReport::default();
    let mut found = read_unnamed(core, &standing(core)?, &mut report, (progress, cancel))?;
    progress.report(Update::Phase(Phase::Committing));
    let alone = VaultLock::exclusive(core, &lock, patience, cancel)?.ok_or(RepairError::Cancelled)?;
    let Standing { mut named, damaged } = standing(core)?;
    found.retain(|pack| !named.contains_key(&pack.id));
    let present: IdSet = core.store().list(FileKind::Pack)?.into_iter().map(|(id, _)| id).collect();
    found.retain(|pack| present.contains(&pack.id));
    named.retain(|pack, _| !present.contains(pack));
    report.packs_named = found.len() as u64;
    report.packs_missing = named.len() as u64;
    let replaced = index::replace(core, &named, found, &alone);
    // The map in memory is made anew from the files, whatever came of it.
    let refreshed = index::refresh(core);
    replaced?;
    refreshed?;
    for file in damaged {
        alone.check()?;
        report.indexes_removed += u64::from(delete_if_there(core.store(), FileKind::Index.file(file))?);
    }
    Ok(report)
}

fn standing(core: &Core) -> Result<Standing, RepairError> {
    let mut standing = Standing::default();
    for (id, _) in core.store().list(FileKind::Index)? {
        match index::read_file(core, id) {
            Ok(Some(file)) => {
                for pack in file.packs {
                    standing.named.entry(pack.id).or_default().push(id);
                }
            }
            Ok(None) => {}
            Err(ReadError::Damaged(_)) => {
                standing.damaged.insert(id);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(standing)
}

/// The packs that no index names, from their headers. Those that a prune condemned too: a list counts only for packs that no
/// index names, and which of them were named by an index that is damaged now, nobody knows.
fn read_unnamed(
    core: &Core,
    standing: &Standing,
    report: &mut RepairReport,
    (progress, cancel): (&dyn Progress, &Cancel),
) -> Result<Vec<FinishedPack>, RepairError> {
    let mut unnamed = core.store().list(FileKind::Pack)?;
    unnamed.retain(|(id, _)| !standing.named.contains_key(id));
    progress.report(Update::Phase(Phase::Verifying));
    progress.report(Update::Planned { bytes: unnamed.iter().map(|(_, bytes)| bytes).sum() });
    let mut found = Vec::new();
    for (id, bytes) in unnamed {
        if cancel.is_cancelled() {
            return Err(RepairError::Cancelled);
        }
        match read_header(core, id) {
            Ok(entries) => found.push(FinishedPack { id, entries, bytes }),
            Err(ReadError::Damaged(damage)) => report.packs_unreadable.push(damage),
            Err(error) => return Err(error.into()),
        }
        progress.report(Update::Read { disk: 0, bytes });
    }
    Ok(found)
}

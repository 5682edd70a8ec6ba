//! Taking packs out of the index.

use crate::core::Core;
use crate::fault::ReadError;
use crate::format::{Id, IdMap, IdSet, IndexPack, PackEntry, pack_bytes};
use crate::index::{BLOBS_PER_FILE, PublishError, publish, read_file};
use crate::lock::VaultLock;
use crate::pack::FinishedPack;
use crate::store::{FileKind, delete_if_there};

/// Why an index could not be replaced. Wherever it ended: what both the old and the new files name is named still.
#[derive(Debug)]
pub(crate) enum ReplaceError {
    Publish(PublishError),
    Read(ReadError),
    /// A file that was to be replaced is not there any more.
    Gone,
}

impl<E: Into<PublishError>> From<E> for ReplaceError {
    fn from(error: E) -> Self {
        ReplaceError::Publish(error.into())
    }
}

/// Names these packs no more (with the index files that name each) and `added` instead; the vault must be locked
/// exclusively. New files come first: of `added`, and of the packs that stay and were named beside one that goes. The old
/// files are deleted last.
pub(crate) fn replace(
    core: &Core,
    gone: &IdMap<Vec<Id>>,
    added: Vec<FinishedPack>,
    lock: &VaultLock,
) -> Result<(), ReplaceError> {
    let replaced: IdSet = gone.values().flatten().copied().collect();
    let mut waiting = added;
    let mut written = IdSet::default();
    for file in &replaced {
        let packs = read_file(core, *file).map_err(ReplaceError::Read)?.ok_or(ReplaceError::Gone)?.packs;
        for pack in packs.iter().filter(|pack| !gone.contains_key(&pack.id)) {
            if written.insert(pack.id) {
                waiting.push(as_it_stands(pack));
            }
        }
        if waiting.iter().map(|pack| pack.entries.len()).sum::<usize>() >= BLOBS_PER_FILE {
            publish(core, &std::mem::take(&mut waiting), lock)?;
        }
    }
    publish(core, &waiting, lock)?;
    for file in replaced {
        lock.check()?;
        delete_if_there(core.store(), FileKind::Index.file(file))?;
    }
    Ok(())
}

fn as_it_stands(pack: &IndexPack) -> FinishedPack {
    let entries: Vec<PackEntry> = pack.blobs.iter().map(PackEntry::from).collect();
    FinishedPack { id: pack.id, bytes: pack_bytes(entries.iter()), entries }
}

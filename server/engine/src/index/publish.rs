//! Writing files into `index/`.

use crate::core::Core;
use crate::format::{FormatError, Id, IndexBlob, IndexFile, IndexPack, seal_document};
use crate::index::shelve_if_large;
use crate::lock::{LockError, VaultLock};
use crate::pack::FinishedPack;
use crate::store::{FileKind, StoreError, delete_if_there};

/// An index file lists about this many blobs: restic keeps them below 8 MiB.
pub(crate) const BLOBS_PER_FILE: usize = 40_000;

/// What publishing an index wrote.
#[derive(Debug, Default)]
pub(crate) struct Published {
    pub(crate) packs: Vec<Id>,
    /// Of the index files.
    pub(crate) bytes: u64,
    /// Of the packs that they list.
    pub(crate) pack_bytes: u64,
}

/// Why an index could not be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PublishError {
    #[error(transparent)]
    Lock(#[from] LockError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Format(#[from] FormatError),
}

/// Writes index files that list these packs, and adds them to the map in memory.
pub(crate) fn publish(core: &Core, packs: &[FinishedPack], lock_held: &VaultLock) -> Result<Published, PublishError> {
    let mut published = Published::default();
    let mut rest = packs;
    while !rest.is_empty() {
        let mut blobs = 0;
        let count = rest.iter().take_while(|pack| {
            let room = blobs < BLOBS_PER_FILE;
            blobs += pack.entries.len();
            room
        });
        let (now, later) = rest.split_at(count.count());
        published.bytes += write_index(core, now, lock_held)?;
        published.packs.extend(now.iter().map(|pack| pack.id));
        published.pack_bytes += now.iter().map(|pack| pack.bytes).sum::<u64>();
        rest = later;
    }
    Ok(published)
}

fn write_index(core: &Core, packs: &[FinishedPack], lock_held: &VaultLock) -> Result<u64, PublishError> {
    let file = IndexFile {
        supersedes: Vec::new(),
        packs: packs
            .iter()
            .map(|pack| IndexPack { id: pack.id, blobs: pack.entries.iter().map(IndexBlob::from).collect() })
            .collect(),
    };
    let bytes = seal_document(core.sealer(), &file.encode()?)?;
    let id = Id::of(&bytes);
    // Whoever compares the map with the listing must see both, or neither.
    let _no_refresh = core.index_refresh();
    lock_held.check()?;
    core.store().put(FileKind::Index.file(id), &bytes)?;
    if let Err(lost) = lock_held.check() {
        // Paused right before the write, for so long that others took us for dead: its packs may be condemned. A backup that
        // has built on it meanwhile finds it gone, and publishes nothing.
        delete_if_there(core.store(), FileKind::Index.file(id))?;
        return Err(lost.into());
    }
    let mut index = core.index_mut();
    for pack in packs {
        index.add_pack(pack.id, pack.entries.iter().copied());
    }
    index.note_file(id);
    shelve_if_large(core, &mut index);
    Ok(bytes.len() as u64)
}

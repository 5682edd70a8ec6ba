//! Every pack of the vault: how much of it is needed, and which index files name it.

use crate::cancel::Cancel;
use crate::core::Core;
use crate::fault::Damage;
use crate::format::{BlobKind, Id, IdMap, IdSet, IndexPack, PackEntry, pack_bytes};
use crate::index::{self, Table, TableWriter};
use crate::prune::PruneError;
use crate::prune::mark::Marks;
use crate::store::FileKind;

/// What is known of a pack.
#[derive(Debug, Clone)]
pub(super) struct PackUse {
    pub(super) id: Id,
    /// In the store.
    pub(super) bytes: u64,
    /// It is there, and as long as the index says.
    pub(super) is_sound: bool,
    /// What its needed blobs of data add to a pack; 0 when none is needed.
    pub(super) needed_data_bytes: u64,
    /// The same of trees.
    pub(super) needed_tree_bytes: u64,
    /// The index files that name it.
    pub(super) files: Vec<Id>,
}

/// All packs that indexes name, and those that none does.
#[derive(Default)]
pub(super) struct Packs {
    pub(super) named: Vec<PackUse>,
    /// In the store, without an index, with their bytes.
    pub(super) unnamed: IdMap<u64>,
    /// The index files that were read.
    pub(super) files: IdSet,
}

impl PackUse {
    /// How long a pack of its needed blobs alone is; 0 when none is needed.
    pub(super) fn needed_bytes(&self) -> u64 {
        match self.needed_data_bytes + self.needed_tree_bytes {
            0 => 0,
            blobs => empty_pack_bytes() + blobs,
        }
    }
}

/// How long a pack without a blob is.
pub(super) fn empty_pack_bytes() -> u64 {
    pack_bytes([].iter())
}

/// What a blob adds to a pack.
pub(super) fn added_bytes(entry: &PackEntry) -> u64 {
    pack_bytes([entry].into_iter()) - empty_pack_bytes()
}

impl Packs {
    /// Reads all indexes, and makes the table of all blobs.
    pub(super) fn survey(core: &Core, cancel: &Cancel) -> Result<(Self, Table), PruneError> {
        let mut packs = Packs { unnamed: core.store().list(FileKind::Pack)?.into_iter().collect(), ..Packs::default() };
        let mut places: IdMap<usize> = IdMap::default();
        let mut table = TableWriter::new(core);
        for (id, _) in core.store().list(FileKind::Index)? {
            if cancel.is_cancelled() {
                return Err(PruneError::Cancelled);
            }
            let file = index::read_file(core, id)?.ok_or(PruneError::Changed)?;
            for pack in file.packs {
                if let Some(known) = places.get(&pack.id).and_then(|place| packs.named.get_mut(*place)) {
                    known.files.push(id);
                    continue;
                }
                places.insert(pack.id, packs.named.len());
                packs.add(&pack, id);
                table.add(pack.id, pack.blobs.iter().map(PackEntry::from))?;
            }
            packs.files.insert(id);
        }
        Ok((packs, table.finish()?))
    }

    fn add(&mut self, pack: &IndexPack, file: Id) {
        let entries: Vec<PackEntry> = pack.blobs.iter().map(PackEntry::from).collect();
        let present = self.unnamed.remove(&pack.id);
        self.named.push(PackUse {
            id: pack.id,
            bytes: present.unwrap_or(0),
            is_sound: present == Some(pack_bytes(entries.iter())),
            needed_data_bytes: 0,
            needed_tree_bytes: 0,
            files: vec![file],
        });
    }

    /// Counts what is needed of each. A pack that is needed and is missing, or has another size than its index says, ends it:
    /// such a vault is repaired first.
    pub(super) fn count(&mut self, core: &Core, marks: &Marks) -> Result<(), PruneError> {
        marks.for_each(core, |home, entry| {
            let Some(pack) = usize::try_from(home).ok().and_then(|home| self.named.get_mut(home)) else { return };
            match entry.kind {
                BlobKind::Data => pack.needed_data_bytes += added_bytes(entry),
                BlobKind::Tree => pack.needed_tree_bytes += added_bytes(entry),
            }
        })?;
        match self.named.iter().find(|pack| pack.needed_bytes() > 0 && !pack.is_sound) {
            Some(pack) => {
                let why = "it is missing, or has another size than the index says";
                Err(PruneError::NeedsRepair(Damage::new(FileKind::Pack.file(pack.id), why)))
            }
            None => Ok(()),
        }
    }
}

//! Every pack of the vault: how much of it is needed, and which index files name it.

use crate::cancel::Cancel;
use crate::core::{Core, blob_name};
use crate::fault::Damage;
use crate::format::{BlobKind, Id, IdMap, IdSet, IndexPack, PackEntry, pack_bytes};
use crate::index;
use crate::prune::PruneError;
use crate::prune::mark::Marks;
use crate::store::FileKind;

/// What is known of a pack.
#[derive(Debug, Clone)]
pub(super) struct PackUse {
    pub(super) id: Id,
    /// In the store.
    pub(super) bytes: u64,
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
    /// Reads all indexes and finds a home for every marked blob. One that has none, or whose pack is missing or has another
    /// size than its index says, ends it: such a vault is repaired first.
    pub(super) fn survey(core: &Core, marks: &mut Marks, cancel: &Cancel) -> Result<Self, PruneError> {
        let mut packs = Packs { unnamed: core.store().list(FileKind::Pack)?.into_iter().collect(), ..Packs::default() };
        let mut places: IdMap<usize> = IdMap::default();
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
                packs.add(&pack, id, marks)?;
            }
            packs.files.insert(id);
        }
        match marks.homeless() {
            Some((kind, id)) => Err(PruneError::NeedsRepair(Damage::new(blob_name(kind, id), "no index lists it"))),
            None => Ok(packs),
        }
    }

    fn add(&mut self, pack: &IndexPack, file: Id, marks: &mut Marks) -> Result<(), PruneError> {
        let place = u32::try_from(self.named.len()).unwrap_or(u32::MAX);
        let entries: Vec<PackEntry> = pack.blobs.iter().map(PackEntry::from).collect();
        let (mut data, mut trees) = (0, 0);
        for entry in &entries {
            if marks.settle(entry.kind, entry.id, place) {
                match entry.kind {
                    BlobKind::Data => data += added_bytes(entry),
                    BlobKind::Tree => trees += added_bytes(entry),
                }
            }
        }
        let present = self.unnamed.remove(&pack.id);
        if data + trees > 0 && present != Some(pack_bytes(entries.iter())) {
            let why = "it is missing, or has another size than the index says";
            return Err(PruneError::NeedsRepair(Damage::new(FileKind::Pack.file(pack.id), why)));
        }
        self.named.push(PackUse {
            id: pack.id,
            bytes: present.unwrap_or(0),
            needed_data_bytes: data,
            needed_tree_bytes: trees,
            files: vec![file],
        });
        Ok(())
    }
}

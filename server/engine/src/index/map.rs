//! The map from blobs to their places.

use crate::format::{BlobKind, Id, IdMap, IdSet, IndexFile, PackEntry};

/// Where a blob is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Location {
    /// The pack that holds it.
    pub(crate) pack: Id,
    /// Its place in the pack.
    pub(crate) entry: PackEntry,
}

/// A place in 16 bytes: there are millions of them.
#[derive(Clone, Copy)]
struct Place {
    pack: u32,
    offset: u32,
    length: u32,
    /// 0: not compressed.
    raw_length: u32,
}

/// The map. A blob that is in several packs is found in the one that was added first.
#[derive(Default)]
pub(crate) struct Index {
    packs: Vec<Id>,
    data: IdMap<Place>,
    trees: IdMap<Place>,
    files: IdSet,
}

impl Index {
    /// Whether the blob is known.
    pub(crate) fn contains(&self, kind: BlobKind, id: Id) -> bool {
        self.places(kind).contains_key(&id)
    }

    /// Where the blob is.
    pub(crate) fn find(&self, kind: BlobKind, id: Id) -> Option<Location> {
        let place = self.places(kind).get(&id)?;
        let pack = *self.packs.get(usize::try_from(place.pack).ok()?)?;
        let entry = PackEntry {
            id,
            kind,
            offset: place.offset,
            length: place.length,
            raw_length: (place.raw_length != 0).then_some(place.raw_length),
        };
        Some(Location { pack, entry })
    }

    /// Adds a pack and its blobs.
    pub(crate) fn add_pack(&mut self, pack: Id, entries: impl Iterator<Item = PackEntry>) {
        let number = u32::try_from(self.packs.len()).unwrap_or(u32::MAX);
        self.packs.push(pack);
        for entry in entries {
            let place = Place {
                pack: number,
                offset: entry.offset,
                length: entry.length,
                raw_length: entry.raw_length.unwrap_or(0),
            };
            self.places_mut(entry.kind).entry(entry.id).or_insert(place);
        }
    }

    /// Adds what an index file says.
    pub(crate) fn add_file(&mut self, name: Id, file: &IndexFile) {
        for pack in &file.packs {
            self.add_pack(pack.id, pack.blobs.iter().map(PackEntry::from));
        }
        self.files.insert(name);
    }

    /// Notes that what this file says is in the map already.
    pub(crate) fn note_file(&mut self, name: Id) {
        self.files.insert(name);
    }

    /// The index files that the map was built from.
    pub(crate) fn files(&self) -> &IdSet {
        &self.files
    }

    fn places(&self, kind: BlobKind) -> &IdMap<Place> {
        match kind {
            BlobKind::Data => &self.data,
            BlobKind::Tree => &self.trees,
        }
    }

    fn places_mut(&mut self, kind: BlobKind) -> &mut IdMap<Place> {
        match kind {
            BlobKind::Data => &mut self.data,
            BlobKind::Tree => &mut self.trees,
        }
    }
}

//! The map from blobs to their places: what came lately in memory, the rest on shelves.

use std::io;
use std::sync::Arc;

use crate::format::{BlobKind, Id, IdMap, IdSet, IndexFile, PackEntry, Sealer};
use crate::index::cache::Cache;
use crate::index::row::{Place, Row};
use crate::index::shelf::Shelf;
use crate::index::shelf_writer;

/// Where a blob is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Location {
    /// The pack that holds it.
    pub(crate) pack: Id,
    /// Its place in the pack.
    pub(crate) entry: PackEntry,
}

/// The map. A blob that is in several packs is found in one of them.
#[derive(Default)]
pub(crate) struct Index {
    recent: Recent,
    shelves: Vec<Arc<Shelf>>,
    files: IdSet,
}

/// What is in memory.
#[derive(Default)]
struct Recent {
    packs: Vec<Id>,
    data: IdMap<Place>,
    trees: IdMap<Place>,
    files: Vec<Id>,
}

impl Index {
    /// An index of these shelves alone.
    pub(super) fn of_shelves(shelves: Vec<Arc<Shelf>>) -> Self {
        let files = shelves.iter().flat_map(|shelf| shelf.about.files.iter().copied()).collect();
        Index { recent: Recent::default(), shelves, files }
    }

    /// Where the blob is, if it is known. An error is of the shelves, which are a cache, and says nothing about the vault.
    pub(crate) fn find(&self, sealer: &Sealer, kind: BlobKind, id: Id) -> io::Result<Option<Location>> {
        if let Some(place) = self.recent.places(kind).get(&id) {
            return Ok(location(&self.recent.packs, kind, &Row { id, place: *place }));
        }
        for shelf in &self.shelves {
            match shelf.find(sealer, kind, id) {
                Ok(None) => {}
                Ok(Some(row)) => return Ok(location(&shelf.about.packs, kind, &row)),
                Err(error) => {
                    // The next comparison with the files builds anew what was on it.
                    shelf.withdraw();
                    return Err(error);
                }
            }
        }
        Ok(None)
    }

    /// Adds a pack and its blobs; [`Index::note_file`] follows.
    pub(crate) fn add_pack(&mut self, pack: Id, entries: impl Iterator<Item = PackEntry>) {
        let number = u32::try_from(self.recent.packs.len()).unwrap_or(u32::MAX);
        self.recent.packs.push(pack);
        for entry in entries {
            self.recent.places_mut(entry.kind).entry(entry.id).or_insert(Place::of(&entry, number));
        }
    }

    /// Adds what an index file says.
    pub(crate) fn add_file(&mut self, name: Id, file: &IndexFile) {
        for pack in &file.packs {
            self.add_pack(pack.id, pack.blobs.iter().map(PackEntry::from));
        }
        self.note_file(name);
    }

    /// Notes that what this file says is in the map already.
    pub(crate) fn note_file(&mut self, name: Id) {
        if self.files.insert(name) {
            self.recent.files.push(name);
        }
    }

    /// The index files that the map was built from.
    pub(crate) fn files(&self) -> &IdSet {
        &self.files
    }

    /// How many blobs are in memory.
    pub(crate) fn in_memory(&self) -> usize {
        self.recent.data.len() + self.recent.trees.len()
    }

    /// Puts what is in memory on a shelf. When that fails everything is as before.
    pub(super) fn shelve(&mut self, cache: &Cache, sealer: &Sealer) -> io::Result<()> {
        self.shelves.push(Arc::new(self.to_shelf(cache, sealer)?));
        self.recent = Recent::default();
        Ok(())
    }

    /// What is in memory, as a shelf.
    pub(super) fn to_shelf(&self, cache: &Cache, sealer: &Sealer) -> io::Result<Shelf> {
        let Recent { packs, data, trees, files } = &self.recent;
        shelf_writer::shelve((cache, sealer), (data, trees), packs.clone(), files.clone())
    }

    /// The shelves, in the order in which they are looked through.
    pub(super) fn shelves(&self) -> &[Arc<Shelf>] {
        &self.shelves
    }

    /// Puts one shelf in the place of those that it was made of.
    pub(super) fn replace_shelves(&mut self, old: &[Arc<Shelf>], new: Shelf) {
        self.shelves.retain(|shelf| !old.iter().any(|old| Arc::ptr_eq(old, shelf)));
        self.shelves.insert(0, Arc::new(new));
        for shelf in old {
            shelf.withdraw();
        }
    }

    /// How many rows there are; a blob that is in several packs counts once in memory, and once a shelf.
    pub(crate) fn rows(&self) -> u64 {
        self.in_memory() as u64 + self.shelves.iter().map(|shelf| shelf.rows()).sum::<u64>()
    }
}

fn location(packs: &[Id], kind: BlobKind, row: &Row) -> Option<Location> {
    let pack = *packs.get(usize::try_from(row.place.pack).ok()?)?;
    Some(Location { pack, entry: row.entry(kind) })
}

impl Recent {
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

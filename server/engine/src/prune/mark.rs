//! What the snapshots need: every blob that can be reached from them, as two bits a row of the table of all blobs.

use crate::cancel::Cancel;
use crate::core::{Core, blob_name};
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, Id, IdSet, NodeKind, PackEntry};
use crate::index::{self, Found, Lookup, Table};
use crate::point;
use crate::prune::PruneError;
use crate::prune::bits::Bits;
use crate::store::FileKind;

/// The needed blobs, and the snapshots that need them. A blob's home is the first pack of the table that has it.
pub(super) struct Marks {
    table: Table,
    data: Needed,
    trees: Needed,
    snapshots: IdSet,
    /// Trees that are needed and were written after the table was made.
    new_trees: IdSet,
}

struct Needed {
    at_first: Bits,
    /// Since then, and not at first.
    late: Bits,
    any_late: bool,
}

/// The snapshots that are there; everything that they need was indexed before.
pub(super) struct Roots(Vec<Id>);

impl Roots {
    /// Lists them, and then makes the map equal to the index.
    pub(super) fn list(core: &Core) -> Result<Self, PruneError> {
        let listed = core.store().list(FileKind::Snapshot)?;
        match index::refresh(core)?.into_iter().next() {
            Some(damage) => Err(PruneError::NeedsRepair(damage)),
            None => Ok(Roots(listed.into_iter().map(|(id, _)| id).collect())),
        }
    }
}

impl Needed {
    fn none(table: &Table, kind: BlobKind) -> Self {
        let bits = || Bits::new(table.rows(kind));
        Needed { at_first: bits(), late: bits(), any_late: false }
    }

    /// Notes that a row is needed; answers whether it was not yet.
    fn add(&mut self, row: u64, late: bool) -> bool {
        if !late {
            return self.at_first.set(row);
        }
        let new = !self.at_first.get(row) && self.late.set(row);
        self.any_late |= new;
        new
    }
}

impl Marks {
    /// What these snapshots need. The table is of all index files that were there after they were listed. A snapshot or tree
    /// that cannot be read ends it: nobody knows what lies below.
    pub(super) fn first(core: &Core, table: Table, roots: Roots, cancel: &Cancel) -> Result<Self, PruneError> {
        let (data, trees) = (Needed::none(&table, BlobKind::Data), Needed::none(&table, BlobKind::Tree));
        let (snapshots, new_trees) = (IdSet::default(), IdSet::default());
        let mut marks = Marks { table, data, trees, snapshots, new_trees };
        marks.add(core, roots, cancel, false)?;
        Ok(marks)
    }

    /// Adds what snapshots need that came since.
    pub(super) fn add_late(&mut self, core: &Core, cancel: &Cancel) -> Result<(), PruneError> {
        let roots = Roots::list(core)?;
        self.add(core, roots, cancel, true)
    }

    fn add(&mut self, core: &Core, roots: Roots, cancel: &Cancel, late: bool) -> Result<(), PruneError> {
        let mut walk = Walk { core, marks: self, late, lookups: Lookups::new(), waiting: Vec::new() };
        for id in roots.0 {
            if walk.marks.snapshots.contains(&id) {
                continue;
            }
            // One that was forgotten since the listing needs nothing.
            if let Some(snapshot) = point::read_snapshot(core, id)? {
                walk.walk(snapshot.tree, cancel)?;
                walk.marks.snapshots.insert(id);
            }
        }
        walk.mark_waiting()
    }

    pub(super) fn snapshots(&self) -> u64 {
        self.snapshots.len() as u64
    }

    /// Shows every blob that was needed at first, with the number of its home.
    pub(super) fn for_each(&self, core: &Core, mut show: impl FnMut(u32, &PackEntry)) -> Result<(), ReadError> {
        for (kind, needed) in [(BlobKind::Data, &self.data), (BlobKind::Tree, &self.trees)] {
            self.table.for_each(core, kind, |row, pack, entry| {
                if needed.at_first.get(row) {
                    show(pack, entry);
                }
            })?;
        }
        Ok(())
    }

    /// Those of a pack's blobs that were needed at first and whose home it is.
    pub(super) fn living_in(
        &self,
        core: &Core,
        pack: u32,
        entries: impl Iterator<Item = PackEntry>,
    ) -> Result<Vec<PackEntry>, ReadError> {
        let mut lookups = Lookups::new();
        let mut living = Vec::new();
        for entry in entries {
            let found = lookups.find(core, &self.table, (entry.kind, entry.id))?;
            if found.is_some_and(|found| found.pack == pack && self.needed(entry.kind).at_first.get(found.row)) {
                living.push(entry);
            }
        }
        Ok(living)
    }

    /// Whether something is needed that was not at first, and that the table has.
    pub(super) fn any_late(&self) -> bool {
        self.data.any_late || self.trees.any_late
    }

    /// Whether one of these blobs is needed now and was not at first.
    pub(super) fn is_late(&self, core: &Core, entries: impl Iterator<Item = PackEntry>) -> Result<bool, ReadError> {
        let mut lookups = Lookups::new();
        for entry in entries {
            let found = lookups.find(core, &self.table, (entry.kind, entry.id))?;
            if found.is_some_and(|found| self.needed(entry.kind).late.get(found.row)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn needed(&self, kind: BlobKind) -> &Needed {
        match kind {
            BlobKind::Data => &self.data,
            BlobKind::Tree => &self.trees,
        }
    }
}

/// Looks up blobs of either kind.
struct Lookups {
    data: Lookup,
    trees: Lookup,
}

impl Lookups {
    fn new() -> Self {
        Lookups { data: Lookup::new(BlobKind::Data), trees: Lookup::new(BlobKind::Tree) }
    }

    fn find(&mut self, core: &Core, table: &Table, (kind, id): (BlobKind, Id)) -> Result<Option<Found>, ReadError> {
        let lookup = match kind {
            BlobKind::Data => &mut self.data,
            BlobKind::Tree => &mut self.trees,
        };
        lookup.find(core, table, id)
    }
}

/// A walk through the trees of snapshots.
struct Walk<'a> {
    core: &'a Core,
    marks: &'a mut Marks,
    late: bool,
    lookups: Lookups,
    /// Chunks to mark. Many at a time, in order, they are found fast.
    waiting: Vec<Id>,
}

impl Walk<'_> {
    /// Without recursion: a tree may be as deep as its writer liked.
    fn walk(&mut self, root: Id, cancel: &Cancel) -> Result<(), PruneError> {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            if cancel.is_cancelled() {
                return Err(PruneError::Cancelled);
            }
            if !self.mark_tree(id)? {
                continue;
            }
            for node in self.core.read_tree(id)?.nodes {
                match node.kind {
                    NodeKind::Dir { subtree } => stack.push(subtree),
                    NodeKind::File { content, .. } => self.waiting.extend(content),
                    NodeKind::Other => {}
                }
            }
            if self.waiting.len() >= self.core.index_memory() {
                self.mark_waiting()?;
            }
        }
        Ok(())
    }

    /// Answers whether nobody needed it before.
    fn mark_tree(&mut self, id: Id) -> Result<bool, PruneError> {
        match self.lookups.find(self.core, &self.marks.table, (BlobKind::Tree, id))? {
            Some(found) => Ok(self.marks.trees.add(found.row, self.late)),
            None if self.marks.new_trees.contains(&id) => Ok(false),
            None => {
                self.must_be_new(BlobKind::Tree, id)?;
                Ok(self.marks.new_trees.insert(id))
            }
        }
    }

    fn mark_waiting(&mut self) -> Result<(), PruneError> {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.sort_unstable();
        waiting.dedup();
        for id in waiting.drain(..) {
            match self.lookups.find(self.core, &self.marks.table, (BlobKind::Data, id))? {
                Some(found) => drop(self.marks.data.add(found.row, self.late)),
                None => self.must_be_new(BlobKind::Data, id)?,
            }
        }
        self.waiting = waiting;
        Ok(())
    }

    /// A blob that the table has not was written since, or is nowhere.
    fn must_be_new(&self, kind: BlobKind, id: Id) -> Result<(), PruneError> {
        if self.late && self.core.contains(kind, id)? {
            return Ok(());
        }
        Err(PruneError::NeedsRepair(Damage::new(blob_name(kind, id), "no index lists it")))
    }
}

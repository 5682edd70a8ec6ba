//! What the snapshots need: every blob that can be reached from them.

use crate::cancel::Cancel;
use crate::core::Core;
use crate::format::{BlobKind, Id, IdMap, IdSet, NodeKind};
use crate::index;
use crate::point;
use crate::prune::PruneError;
use crate::store::FileKind;

/// A blob is kept in this pack (its place in the table of packs); none while no index was seen that names it.
pub(super) type Home = Option<u32>;

/// The needed blobs, and the snapshots that need them.
#[derive(Default)]
pub(super) struct Marks {
    trees: IdMap<Home>,
    data: IdMap<Home>,
    snapshots: IdSet,
}

impl Marks {
    /// Marks what the snapshots need that are not known yet, and answers the blobs that nobody needed before. A snapshot or
    /// tree that cannot be read ends it: nobody knows what lies below.
    pub(super) fn add_snapshots(&mut self, core: &Core, cancel: &Cancel) -> Result<Vec<(BlobKind, Id)>, PruneError> {
        let mut fresh = Vec::new();
        let listed = core.store().list(FileKind::Snapshot)?;
        // Behind the listing: what a snapshot needs was indexed before it was written.
        if let Some(damage) = index::refresh(core)?.into_iter().next() {
            return Err(PruneError::NeedsRepair(damage));
        }
        for (id, _) in listed {
            if self.snapshots.contains(&id) {
                continue;
            }
            // One that was forgotten since the listing needs nothing.
            if let Some(snapshot) = point::read_snapshot(core, id)? {
                self.walk(core, snapshot.tree, cancel, &mut fresh)?;
                self.snapshots.insert(id);
            }
        }
        Ok(fresh)
    }

    /// Without recursion: a tree may be as deep as its writer liked.
    fn walk(
        &mut self,
        core: &Core,
        root: Id,
        cancel: &Cancel,
        fresh: &mut Vec<(BlobKind, Id)>,
    ) -> Result<(), PruneError> {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            if cancel.is_cancelled() {
                return Err(PruneError::Cancelled);
            }
            if self.trees.contains_key(&id) {
                continue;
            }
            for node in core.read_tree(id)?.nodes {
                match node.kind {
                    NodeKind::Dir { subtree } => stack.push(subtree),
                    NodeKind::File { content, .. } => {
                        let new = content.into_iter().filter(|id| self.data.insert(*id, None).is_none());
                        fresh.extend(new.map(|id| (BlobKind::Data, id)));
                    }
                    NodeKind::Other => {}
                }
            }
            self.trees.insert(id, None);
            fresh.push((BlobKind::Tree, id));
        }
        Ok(())
    }

    pub(super) fn snapshots(&self) -> u64 {
        self.snapshots.len() as u64
    }

    /// Whether the blob is needed and has no home yet; then it has one now.
    pub(super) fn settle(&mut self, kind: BlobKind, id: Id, pack: u32) -> bool {
        let home = match kind {
            BlobKind::Data => self.data.get_mut(&id),
            BlobKind::Tree => self.trees.get_mut(&id),
        };
        match home {
            Some(home @ None) => {
                *home = Some(pack);
                true
            }
            _ => false,
        }
    }

    /// Whether the blob is needed and this pack is its home.
    pub(super) fn lives_in(&self, kind: BlobKind, id: Id, pack: u32) -> bool {
        let homes = match kind {
            BlobKind::Data => &self.data,
            BlobKind::Tree => &self.trees,
        };
        homes.get(&id) == Some(&Some(pack))
    }

    /// A needed blob that has no home.
    pub(super) fn homeless(&self) -> Option<(BlobKind, Id)> {
        let homeless = |blobs: &IdMap<Home>| blobs.iter().find(|(_, home)| home.is_none()).map(|(id, _)| *id);
        let tree = homeless(&self.trees).map(|id| (BlobKind::Tree, id));
        tree.or_else(|| homeless(&self.data).map(|id| (BlobKind::Data, id)))
    }
}

//! What of a snapshot the replica has not got.

use crate::cancel::Cancel;
use crate::core::blob_name;
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, Id, IdSet, Node, NodeKind, Tree};
use crate::replicate::ReplicateError;
use crate::replicate::sides::Sides;
use crate::store::FileKind;

/// The packs to copy for a snapshot, or why it cannot be had.
#[derive(Default)]
pub(super) struct Lack {
    pub(super) data: IdSet,
    pub(super) trees: IdSet,
    pub(super) damage: Option<Damage>,
    /// The trees that were looked at.
    pub(super) seen: IdSet,
}

impl Lack {
    /// Nothing is missing and nothing damaged.
    pub(super) fn is_nothing(&self) -> bool {
        self.data.is_empty() && self.trees.is_empty() && self.damage.is_none()
    }

    /// Walks the trees below `root` and looks for every blob in the replica's index. What it shares with `base`, the tree of
    /// a snapshot that the replica has, and the trees in `whole` are passed over. Without recursion: a tree may be as deep as
    /// its writer liked. Ends at the first damage.
    pub(super) fn find(
        sides: &Sides<'_>,
        (root, base): (Id, Option<Id>),
        whole: &IdSet,
        cancel: &Cancel,
    ) -> Result<Self, ReplicateError> {
        let mut lack = Lack::default();
        let mut stack = vec![(root, base)];
        while let Some((id, base)) = stack.pop() {
            if cancel.is_cancelled() {
                return Err(ReplicateError::Cancelled);
            }
            if base == Some(id) || whole.contains(&id) || !lack.seen.insert(id) {
                continue;
            }
            lack.want(sides, BlobKind::Tree, id)?;
            match sides.read(|core| core.read_tree(id)) {
                Ok(tree) => lack.look_at(sides, tree, base, &mut stack)?,
                Err(ReadError::Damaged(damage)) => lack.damage = Some(damage),
                Err(error) => return Err(ReplicateError::at_vault(error)),
            }
            if lack.damage.is_some() {
                break;
            }
        }
        Ok(lack)
    }

    fn look_at(
        &mut self,
        sides: &Sides<'_>,
        tree: Tree,
        base: Option<Id>,
        stack: &mut Vec<(Id, Option<Id>)>,
    ) -> Result<(), ReplicateError> {
        let base = match base.map(|base| sides.read(|core| core.read_tree(base))).transpose() {
            Ok(base) => base.map_or_else(Vec::new, |base| base.nodes),
            // Then all of this folder is looked at.
            Err(ReadError::Damaged(_)) => Vec::new(),
            Err(error) => return Err(ReplicateError::at_vault(error)),
        };
        // Both are sorted by name as a rule, so the search begins where the last one ended.
        let mut begin = 0;
        for node in tree.nodes {
            let found = find_node(&base, &node.name, &mut begin);
            match node.kind {
                NodeKind::Dir { subtree } => {
                    let old = match found {
                        Some(Node { kind: NodeKind::Dir { subtree }, .. }) => Some(*subtree),
                        _ => None,
                    };
                    stack.push((subtree, old));
                }
                NodeKind::File { content, .. } => {
                    for id in content {
                        self.want(sides, BlobKind::Data, id)?;
                    }
                }
                NodeKind::Other => {}
            }
        }
        Ok(())
    }

    /// Notes the pack to copy for a blob that the replica has not got.
    fn want(&mut self, sides: &Sides<'_>, kind: BlobKind, id: Id) -> Result<(), ReplicateError> {
        let there = sides.replica.find(kind, id).map_err(ReplicateError::at_replica)?;
        if let Some(there) = &there {
            let end = u64::from(there.entry.offset) + u64::from(there.entry.length);
            if sides.at_replica.get(&there.pack).is_some_and(|bytes| *bytes > end) {
                return Ok(());
            }
        }
        let Some(here) = sides.vault.find(kind, id).map_err(ReplicateError::at_vault)? else {
            self.damage.get_or_insert_with(|| Damage::new(blob_name(kind, id), "no index lists it"));
            return Ok(());
        };
        if let Some(there) = there.filter(|there| there.pack != here.pack) {
            let why = "the replica's index names it, and it is not there: repair the replica";
            self.damage.get_or_insert_with(|| Damage::new(FileKind::Pack.file(there.pack), why));
            return Ok(());
        }
        match kind {
            BlobKind::Data => self.data.insert(here.pack),
            BlobKind::Tree => self.trees.insert(here.pack),
        };
        Ok(())
    }
}

fn find_node<'a>(nodes: &'a [Node], name: &[u8], begin: &mut usize) -> Option<&'a Node> {
    let after = nodes.get(*begin..)?.iter().position(|node| node.name == name).map(|at| *begin + at);
    let at = after.or_else(|| nodes.iter().position(|node| node.name == name))?;
    *begin = at + 1;
    nodes.get(at)
}

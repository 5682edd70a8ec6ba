//! Which snapshots need something that is bad: a walk over all trees, each of them once.

use std::collections::HashSet;

use crate::core::{Core, blob_name};
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, Id, IdMap, NodeKind};

/// Walks trees and remembers which are hurt.
pub(super) struct Walk<'a> {
    core: &'a Core,
    bad: &'a HashSet<(BlobKind, Id)>,
    trees: IdMap<bool>,
    /// Trees that cannot be read and blobs that no index lists.
    pub(super) damages: Vec<Damage>,
    reported: HashSet<(BlobKind, Id)>,
}

impl<'a> Walk<'a> {
    /// `bad` are the blobs that are known to be unreadable.
    pub(super) fn new(core: &'a Core, bad: &'a HashSet<(BlobKind, Id)>) -> Self {
        Walk { core, bad, trees: IdMap::default(), damages: Vec::new(), reported: HashSet::new() }
    }

    /// Whether something below this tree is bad. Without recursion: a tree may be as deep as its writer liked. `None` once
    /// `stopped` says so.
    pub(super) fn is_hurt(&mut self, root: Id, stopped: &dyn Fn() -> bool) -> Result<Option<bool>, ReadError> {
        // A tree is looked at twice: first to put its folders on the stack, then, when they are known, to judge it.
        let mut stack = vec![(root, false)];
        let mut opened: IdMap<(bool, Vec<Id>)> = IdMap::default();
        while let Some((id, folders_known)) = stack.pop() {
            if stopped() {
                return Ok(None);
            }
            if self.trees.contains_key(&id) {
                continue;
            }
            if folders_known {
                let (own, folders) = opened.remove(&id).unwrap_or_default();
                let hurt = own || folders.iter().any(|folder| self.trees.get(folder).copied().unwrap_or(true));
                self.trees.insert(id, hurt);
                continue;
            }
            if opened.contains_key(&id) {
                continue;
            }
            let (own, folders) = self.look_at(id)?;
            stack.push((id, true));
            stack.extend(folders.iter().map(|folder| (*folder, false)));
            opened.insert(id, (own, folders));
        }
        Ok(Some(self.trees.get(&root).copied().unwrap_or(true)))
    }

    /// Whether the tree itself or one of its files is bad, and its folders.
    fn look_at(&mut self, id: Id) -> Result<(bool, Vec<Id>), ReadError> {
        let tree = match self.core.read_tree(id) {
            Ok(tree) => tree,
            Err(ReadError::Damaged(damage)) => {
                if self.reported.insert((BlobKind::Tree, id)) {
                    self.damages.push(damage);
                }
                return Ok((true, Vec::new()));
            }
            Err(error) => return Err(error),
        };
        let mut hurt = self.bad.contains(&(BlobKind::Tree, id));
        let mut folders = Vec::new();
        for node in tree.nodes {
            match node.kind {
                NodeKind::Dir { subtree } => folders.push(subtree),
                NodeKind::File { content, .. } => hurt |= self.any_bad(&content)?,
                NodeKind::Other => {}
            }
        }
        Ok((hurt, folders))
    }

    fn any_bad(&mut self, content: &[Id]) -> Result<bool, ReadError> {
        let mut hurt = false;
        for &id in content {
            if !self.core.contains(BlobKind::Data, id)? {
                hurt = true;
                if self.reported.insert((BlobKind::Data, id)) {
                    self.damages.push(Damage::new(blob_name(BlobKind::Data, id), "no index lists it"));
                }
            }
            hurt |= self.bad.contains(&(BlobKind::Data, id));
        }
        Ok(hurt)
    }
}

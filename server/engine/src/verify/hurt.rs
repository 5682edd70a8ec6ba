//! Which snapshots need something that is bad, and what: a walk over all trees, each of them once.

use std::collections::{BTreeSet, HashMap};

use crate::core::{Core, blob_name};
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, Id, IdMap, NodeKind};
use crate::verify::{Problem, ProblemKind};

/// A vault of which everything is gone must not fill the memory: of what hurts a point, so much is named.
const CAUSES_MAX: usize = 16;

/// What hurts a tree, or a snapshot: places in the list of problems. None: nothing does.
pub(super) type Causes = BTreeSet<usize>;

/// Walks trees and remembers what hurts them.
pub(super) struct Walk<'a> {
    core: &'a Core,
    bad: &'a HashMap<(BlobKind, Id), usize>,
    trees: IdMap<Causes>,
    /// What is wrong: what was known before, then trees that cannot be read and blobs that no index lists.
    pub(super) problems: Vec<Problem>,
    reported: HashMap<(BlobKind, Id), usize>,
}

/// A tree that waits until its folders are judged.
#[derive(Default)]
struct Opened {
    own: Causes,
    folders: Vec<Id>,
}

impl<'a> Walk<'a> {
    /// `bad` are the blobs that are known to be unreadable, each with its place in `problems`.
    pub(super) fn new(core: &'a Core, bad: &'a HashMap<(BlobKind, Id), usize>, problems: Vec<Problem>) -> Self {
        Walk { core, bad, trees: IdMap::default(), problems, reported: HashMap::new() }
    }

    /// What below this tree is bad. Without recursion: a tree may be as deep as its writer liked. `None` once `stopped` says so.
    pub(super) fn causes(&mut self, root: Id, stopped: &dyn Fn() -> bool) -> Result<Option<Causes>, ReadError> {
        // A tree is looked at twice: first to put its folders on the stack, then, when they are known, to judge it.
        let mut stack = vec![(root, false)];
        let mut opened: IdMap<Opened> = IdMap::default();
        while let Some((id, folders_known)) = stack.pop() {
            if stopped() {
                return Ok(None);
            }
            if self.trees.contains_key(&id) {
                continue;
            }
            if folders_known {
                let Opened { own: mut causes, folders } = opened.remove(&id).unwrap_or_default();
                for folder in folders {
                    match self.trees.get(&folder) {
                        Some(below) => add(&mut causes, below.iter().copied()),
                        None => add(&mut causes, [self.endless(folder)]),
                    }
                }
                self.trees.insert(id, causes);
                continue;
            }
            if opened.contains_key(&id) {
                continue;
            }
            let looked = self.look_at(id)?;
            stack.push((id, true));
            stack.extend(looked.folders.iter().map(|folder| (*folder, false)));
            opened.insert(id, looked);
        }
        Ok(Some(self.trees.get(&root).cloned().unwrap_or_default()))
    }

    /// Notes what is wrong; answers its place among the problems.
    pub(super) fn add(&mut self, kind: ProblemKind, damage: Damage) -> usize {
        self.problems.push(Problem::new(kind, damage));
        self.problems.len() - 1
    }

    /// What is wrong with a blob, noted once.
    fn report(&mut self, blob: (BlobKind, Id), damage: Damage) -> usize {
        if let Some(known) = self.reported.get(&blob) {
            return *known;
        }
        let place = self.add(ProblemKind::Tree, damage);
        self.reported.insert(blob, place);
        place
    }

    fn endless(&mut self, id: Id) -> usize {
        let blob = (BlobKind::Tree, id);
        self.report(blob, Damage::new(blob_name(blob.0, id), "it is a folder of itself"))
    }

    /// What hurts the tree itself or one of its files, and its folders.
    fn look_at(&mut self, id: Id) -> Result<Opened, ReadError> {
        let mut own: Causes = self.bad.get(&(BlobKind::Tree, id)).copied().into_iter().collect();
        let tree = match self.core.read_tree(id) {
            Ok(tree) => tree,
            Err(ReadError::Damaged(damage)) => {
                own.insert(self.report((BlobKind::Tree, id), damage));
                return Ok(Opened { own, folders: Vec::new() });
            }
            Err(error) => return Err(error),
        };
        let mut folders = Vec::new();
        for node in tree.nodes {
            match node.kind {
                NodeKind::Dir { subtree } => folders.push(subtree),
                NodeKind::File { content, .. } => self.look_at_file(&content, &mut own)?,
                NodeKind::Other => {}
            }
        }
        Ok(Opened { own, folders })
    }

    fn look_at_file(&mut self, content: &[Id], causes: &mut Causes) -> Result<(), ReadError> {
        for &id in content {
            let blob = (BlobKind::Data, id);
            if let Some(place) = self.bad.get(&blob) {
                add(causes, [*place]);
            }
            if !self.core.contains(BlobKind::Data, id)? {
                let place = self.report(blob, Damage::new(blob_name(BlobKind::Data, id), "no index lists it"));
                add(causes, [place]);
            }
        }
        Ok(())
    }
}

fn add(causes: &mut Causes, more: impl IntoIterator<Item = usize>) {
    for place in more {
        if causes.len() == CAUSES_MAX {
            return;
        }
        causes.insert(place);
    }
}

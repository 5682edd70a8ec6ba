//! A replication from the listing to the last snapshot.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

use crate::cancel::Cancel;
use crate::core::Core;
use crate::fault::{Damage, ReadError};
use crate::format::{Id, IdMap, IdSet, SnapshotFile};
use crate::index;
use crate::lock::{LockError, VaultLock};
use crate::point::{self, PointId};
use crate::progress::{Phase, Progress, Update};
use crate::replicate::copy::copy_packs;
use crate::replicate::lack::Lack;
use crate::replicate::lag::lag;
use crate::replicate::replica::{copy_keys, must_be_of, put_if_absent};
use crate::replicate::sides::Sides;
use crate::replicate::{ReplicateError, ReplicateOutcome, ReplicateRequest};
use crate::store::{FileKind, StoreError, delete_if_there};

/// So many packs are copied between two indexes.
const PACKS_A_TIME: usize = 256;

/// A snapshot to bring to the replica.
struct Wanted {
    id: Id,
    file: SnapshotFile,
}

struct Job<'a> {
    sides: Sides<'a>,
    locks: (&'a VaultLock, &'a VaultLock),
    progress: &'a dyn Progress,
    cancel: &'a Cancel,
    /// Trees of which everything is at the replica.
    whole: IdSet,
    /// The newest tree of each machine that is at the replica, as far as this run has seen.
    newest: HashMap<String, Id>,
    /// Packs of the vault that cannot be had.
    bad: IdMap<Damage>,
    outcome: ReplicateOutcome,
}

/// Brings the replica what it lacks. Both are the same vault in two stores.
pub(crate) fn replicate(
    (vault, replica): (&Arc<Core>, &Arc<Core>),
    request: ReplicateRequest,
    progress: &dyn Progress,
    cancel: &Cancel,
) -> Result<ReplicateOutcome, ReplicateError> {
    let started = Instant::now();
    progress.report(Update::Phase(Phase::Preparing));
    must_be_of(vault, replica)?;
    let vault_lock = VaultLock::shared(vault).map_err(ReplicateError::Lock)?;
    let replica_lock = VaultLock::shared(replica).map_err(ReplicateError::ReplicaLock)?;
    let mut outcome = ReplicateOutcome::default();
    copy_keys(vault.store(), replica.store())?;
    // The snapshots first: what the indexes list afterwards is all that they need.
    let wanted = wanted(vault, replica, request, &mut outcome)?;
    let mut job = Job {
        sides: Sides::look(vault, replica, progress)?,
        locks: (&vault_lock, &replica_lock),
        progress,
        cancel,
        whole: IdSet::default(),
        newest: HashMap::new(),
        bad: IdMap::default(),
        outcome,
    };
    for snapshot in wanted {
        if let Some(damage) = job.bring(&snapshot, request.look_at_all)? {
            job.vault_stands()?;
            progress.report(Update::Note(&format!("point {} is left out: {damage}", snapshot.id)));
            job.outcome.left_out.push((PointId(snapshot.id), damage));
        }
    }
    let mut outcome = job.outcome;
    outcome.lag = lag(vault, replica)?;
    outcome.duration = started.elapsed();
    Ok(outcome)
}

/// The snapshots to bring, oldest first. Those that cannot be read are noted as left out.
fn wanted(
    vault: &Core,
    replica: &Core,
    request: ReplicateRequest,
    outcome: &mut ReplicateOutcome,
) -> Result<Vec<Wanted>, ReplicateError> {
    let listed = vault.store().list(FileKind::Snapshot).map_err(ReplicateError::Store)?;
    let there = replica.store().list(FileKind::Snapshot).map_err(ReplicateError::ReplicaStore)?;
    let there: IdSet = there.into_iter().map(|(id, _)| id).collect();
    let mut wanted = Vec::new();
    for (id, _) in listed {
        if there.contains(&id) && !request.look_at_all {
            continue;
        }
        match point::read_snapshot(vault, id) {
            Ok(Some(file)) => wanted.push(Wanted { id, file }),
            // Forgotten since the listing.
            Ok(None) => {}
            Err(ReadError::Damaged(damage)) => outcome.left_out.push((PointId(id), damage)),
            Err(error) => return Err(ReplicateError::at_vault(error)),
        }
    }
    wanted.sort_by_key(|snapshot| (snapshot.file.time, snapshot.id));
    Ok(wanted)
}

impl Job<'_> {
    /// Brings a snapshot and all that it needs, or answers why the replica cannot have it.
    fn bring(&mut self, snapshot: &Wanted, look_at_all: bool) -> Result<Option<Damage>, ReplicateError> {
        self.progress.report(Update::Phase(Phase::Preparing));
        let base = if look_at_all { None } else { self.base(&snapshot.file)? };
        let place = (snapshot.file.tree, base);
        let mut lack = Lack::find(&self.sides, place, &self.whole, self.cancel)?;
        if !lack.is_nothing() {
            let known = lack.data.iter().chain(&lack.trees).find_map(|pack| self.bad.get(pack));
            if let Some(damage) = lack.damage.as_ref().or(known) {
                return Ok(Some(damage.clone()));
            }
            if let Some(damage) = self.copy(&lack)? {
                return Ok(Some(damage));
            }
            // What the headers of the packs say counts, not what the index says of them.
            lack = Lack::find(&self.sides, place, &self.whole, self.cancel)?;
            if !lack.is_nothing() {
                let what = format!("the index at tree {}", snapshot.file.tree);
                let unnamed = || Damage::new(what, "it lists blobs that their packs do not hold");
                return Ok(Some(lack.damage.unwrap_or_else(unnamed)));
            }
        }
        self.whole.extend(lack.seen);
        self.publish(snapshot)?;
        self.newest.insert(snapshot.file.hostname.clone(), snapshot.file.tree);
        Ok(None)
    }

    /// While our lock stands nothing that an index names goes away; what is missing then is damage.
    fn vault_stands(&self) -> Result<(), ReplicateError> {
        self.locks.0.check().map_err(ReplicateError::Lock)?;
        if !index::stands(self.sides.vault).map_err(ReplicateError::at_vault)? {
            return Err(ReplicateError::Lock(LockError::Lost));
        }
        Ok(())
    }

    /// The tree of a snapshot much like this one that the replica has.
    fn base(&self, file: &SnapshotFile) -> Result<Option<Id>, ReplicateError> {
        let parent = match file.parent.map(|parent| point::read_snapshot(self.sides.replica, parent)) {
            Some(Ok(parent)) => parent,
            None | Some(Err(ReadError::Damaged(_))) => None,
            Some(Err(error)) => return Err(ReplicateError::at_replica(error)),
        };
        Ok(parent.map(|parent| parent.tree).or_else(|| self.newest.get(&file.hostname).copied()))
    }

    /// Data before trees: a tree in an index is the promise that everything below it is there.
    fn copy(&mut self, lack: &Lack) -> Result<Option<Damage>, ReplicateError> {
        self.progress.report(Update::Phase(Phase::Transferring));
        let bytes = lack.data.union(&lack.trees).filter_map(|pack| self.sides.at_vault.get(pack)).sum();
        self.progress.report(Update::Planned { bytes });
        // A pack with both counts as one of trees.
        let data: Vec<Id> = lack.data.difference(&lack.trees).copied().collect();
        let trees: Vec<Id> = lack.trees.iter().copied().collect();
        let mut damage = None;
        for packs in data.chunks(PACKS_A_TIME) {
            damage = self.copy_and_name(packs)?.or(damage);
        }
        for packs in trees.chunks(PACKS_A_TIME) {
            if damage.is_none() {
                damage = self.copy_and_name(packs)?;
            }
        }
        Ok(damage)
    }

    fn copy_and_name(&mut self, packs: &[Id]) -> Result<Option<Damage>, ReplicateError> {
        let (copied, read_bytes, stored_bytes) = copy_packs(&self.sides, packs, self.progress, self.cancel)?;
        self.outcome.read_bytes += read_bytes;
        self.outcome.stored_bytes += stored_bytes;
        self.outcome.packs += copied.written;
        self.outcome.mended.extend(copied.mended);
        for pack in &copied.packs {
            self.sides.note(pack.id, pack.bytes);
        }
        self.outcome.stored_bytes += index::publish(self.sides.replica, &copied.packs, self.locks.1)?.bytes;
        let first = copied.damaged.first().map(|(_, damage)| damage.clone());
        self.bad.extend(copied.damaged);
        Ok(first)
    }

    /// Writes the snapshot, while both locks and both indexes stand.
    fn publish(&mut self, snapshot: &Wanted) -> Result<(), ReplicateError> {
        self.progress.report(Update::Phase(Phase::Committing));
        let name = FileKind::Snapshot.file(snapshot.id);
        let bytes = match self.sides.vault.store().get(name) {
            Ok(bytes) if Id::of(&bytes) == snapshot.id => bytes,
            Ok(_) => return Err(ReplicateError::Changed),
            // Forgotten meanwhile.
            Err(StoreError::Missing { .. }) => return Ok(()),
            Err(error) => return Err(ReplicateError::Store(error)),
        };
        self.vault_stands()?;
        self.locks.1.check().map_err(ReplicateError::ReplicaLock)?;
        let replica = self.sides.replica;
        if !index::stands(replica).map_err(ReplicateError::at_replica)? {
            return Err(ReplicateError::ReplicaLock(LockError::Lost));
        }
        let is_new = put_if_absent(replica.store(), name, &bytes)?;
        if let Err(lost) = self.locks.1.check() {
            // Paused right before the write, for so long that others took us for dead: what the point needs may be condemned.
            if is_new {
                delete_if_there(replica.store(), name).map_err(ReplicateError::ReplicaStore)?;
            }
            return Err(ReplicateError::ReplicaLock(lost));
        }
        if is_new {
            self.outcome.points += 1;
            self.outcome.stored_bytes += bytes.len() as u64;
        }
        Ok(())
    }
}

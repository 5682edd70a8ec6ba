//! A vault so small that a hundred fit into a second, what can be done with it, and what must hold afterwards.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use engine::source::{DiskSource, Extent, SourceError};
use engine::store::{FileKind, FileName, LocalDir, Memory, Store};
use engine::{
    BackupDisk, BackupError, Cancel, ForgetError, LockError, NoProgress, PointId, PruneError, PruneRequest,
    RepairError, ReplicateError, ReplicateRequest, Repository,
};

use crate::support::{noise, password, request_for, settings};

/// A disk's bytes.
const DISK: usize = 4096;
const KINDS: [FileKind; 6] =
    [FileKind::Key, FileKind::Lock, FileKind::Snapshot, FileKind::Index, FileKind::Pack, FileKind::Condemned];

struct Bytes(Vec<u8>);

impl DiskSource for Bytes {
    fn size(&self) -> u64 {
        self.0.len() as u64
    }

    fn allocated(&self) -> Result<Vec<Extent>, SourceError> {
        Ok(vec![Extent { offset: 0, len: self.size() }])
    }

    fn read_at(&self, offset: u64, bytes: &mut [u8]) -> Result<(), SourceError> {
        let start = usize::try_from(offset).unwrap();
        bytes.copy_from_slice(&self.0[start..start + bytes.len()]);
        Ok(())
    }

    fn unchanged_since_open(&self) -> Result<(), SourceError> {
        Ok(())
    }
}

/// Two disks: one is the same in every state, the other one is the state's own.
fn disks(state: u64) -> [(&'static str, Vec<u8>); 2] {
    [("same", noise(DISK, 1)), ("other", noise(DISK, 100 + state))]
}

/// What someone does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Deed {
    /// Makes a point of this state.
    BackUp(u64),
    Forget(PointId),
    Prune,
    Repair,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    Made(PointId, u64),
    Forgotten(PointId),
    Done,
    /// Someone else was in the way, which is no fault.
    Waited,
    Failed(String),
}

pub fn thorough() -> PruneRequest<'static> {
    let now = DateTime::<Utc>::from(std::time::SystemTime::now());
    PruneRequest { unused_percent_max: 0, grace: Duration::ZERO, patience: Duration::ZERO, ..PruneRequest::at(now) }
}

impl Deed {
    pub fn perform(self, vault: &Repository) -> Told {
        let (progress, cancel) = (&NoProgress, &Cancel::new());
        match self {
            Deed::BackUp(state) => match back_up(vault, state) {
                Ok(point) => Told::Made(point, state),
                Err(BackupError::Lock(LockError::Held { .. })) => Told::Waited,
                Err(error) => Told::Failed(format!("{error:?}")),
            },
            Deed::Forget(point) => match vault.forget(&[point]) {
                Ok(()) => Told::Forgotten(point),
                // Or someone else was faster.
                Err(ForgetError::Lock(LockError::Held { .. }) | ForgetError::NoSuchPoint(_)) => Told::Waited,
                Err(error) => Told::Failed(format!("{error:?}")),
            },
            Deed::Prune => match vault.prune(&thorough(), progress, cancel) {
                Ok(_) => Told::Done,
                Err(PruneError::Lock(LockError::Held { .. } | LockError::InUse { .. })) => Told::Waited,
                Err(error) => Told::Failed(format!("{error:?}")),
            },
            Deed::Repair => match vault.repair(Duration::ZERO, progress, cancel) {
                Ok(_) => Told::Done,
                Err(RepairError::Lock(LockError::Held { .. } | LockError::InUse { .. })) => Told::Waited,
                Err(error) => Told::Failed(format!("{error:?}")),
            },
        }
    }
}

/// Brings the replica what it lacks.
pub fn replicate(vault: &Repository, replica: &Repository) -> Told {
    match vault.replicate(replica, ReplicateRequest::default(), &NoProgress, &Cancel::new()) {
        Ok(outcome) if outcome.left_out.is_empty() && outcome.mended.is_empty() => Told::Done,
        Ok(outcome) => Told::Failed(format!("{outcome:?}")),
        Err(ReplicateError::Lock(LockError::Held { .. }) | ReplicateError::ReplicaLock(LockError::Held { .. })) => {
            Told::Waited
        }
        Err(error) => Told::Failed(format!("{error:?}")),
    }
}

pub fn back_up(vault: &Repository, state: u64) -> Result<PointId, BackupError> {
    let disks = disks(state).map(|(name, bytes)| BackupDisk::whole(name, Box::new(Bytes(bytes))));
    let request = request_for(disks.into());
    vault.backup(request, &NoProgress, &Cancel::new()).map(|outcome| outcome.point)
}

/// A vault in memory, and what is in it.
#[derive(Clone)]
pub struct Tiny {
    pub store: Memory,
    pub points: Vec<(PointId, u64)>,
}

impl Tiny {
    /// With points of these states.
    pub fn new(states: &[u64]) -> Self {
        let store = Memory::new();
        let vault = Repository::init_store(std::sync::Arc::new(store.clone()), &password(), &settings()).unwrap();
        let points = states.iter().map(|state| (back_up(&vault, *state).unwrap(), *state)).collect();
        Tiny { store, points }
    }

    pub fn open(&self) -> Repository {
        Repository::open_store(std::sync::Arc::new(self.store.clone()), &password(), &settings()).unwrap()
    }

    /// Its own files from now on.
    pub fn copy(&self) -> Self {
        let store = Memory::new();
        for name in names(&self.store) {
            store.put(name, &self.store.get(name).unwrap()).unwrap();
        }
        Tiny { store, points: self.points.clone() }
    }

    /// Forgets the point of this state, also here.
    pub fn forget(&mut self, state: u64) -> PointId {
        let at = self.points.iter().position(|(_, known)| *known == state).unwrap();
        let (point, _) = self.points.remove(at);
        self.open().forget(&[point]).unwrap();
        point
    }

    /// Everything that was acknowledged and not forgotten is there, and no lock but those of the dead.
    pub fn must_hold(&mut self, told: &[(Told, bool)]) {
        for (told, died) in told {
            match told {
                Told::Made(point, state) => self.points.push((*point, *state)),
                Told::Forgotten(forgotten) => self.points.retain(|(point, _)| point != forgotten),
                Told::Failed(error) => assert!(died, "{error}"),
                Told::Done | Told::Waited => {}
            }
        }
        let vault = self.open();
        vault.remove_stale_locks().unwrap();
        let locks = self.store.list(FileKind::Lock).unwrap();
        assert!(locks.is_empty(), "a lock is left: {locks:?}");
        self.must_restore(&vault);
        // And all of it still after what comes next.
        let again = back_up(&vault, FORGOTTEN).unwrap();
        self.points.push((again, FORGOTTEN));
        vault.prune(&thorough(), &NoProgress, &Cancel::new()).unwrap();
        let rest = vault.plan_prune(&thorough(), &NoProgress, &Cancel::new()).unwrap();
        assert_eq!((rest.freed_bytes(), rest.in_grace.packs), (0, 0), "something is left that nothing needs");
    }

    fn must_restore(&self, vault: &Repository) {
        let there = vault.survey().unwrap();
        assert!(there.damaged.is_empty(), "{:?}", there.damaged);
        for point in &there.points {
            // One that nobody was told of may be there, when its backup died; then it is whole.
            let state = self.points.iter().find(|(id, _)| *id == point.id).map(|(_, state)| *state);
            for (name, bytes) in disks(state.unwrap_or_default()) {
                let disk = vault.open_disk(point.id, name, &NoProgress).unwrap();
                let mut restored = vec![0; usize::try_from(disk.size()).unwrap()];
                disk.read_at(0, &mut restored).unwrap();
                assert!(state.is_none() || restored == bytes, "point {} is another disk", point.id);
            }
        }
        for (point, state) in &self.points {
            assert!(there.points.iter().any(|there| there.id == *point), "the point of {state} is gone");
        }
    }

    /// The same in a folder, for restic.
    pub fn write_to(&self, root: &Path) {
        fs::create_dir(root).unwrap();
        let folder = LocalDir::new(root);
        folder.create_folders().unwrap();
        for name in names(&self.store) {
            folder.put(name, &self.store.get(name).unwrap()).unwrap();
        }
    }
}

/// The state that was forgotten before anything began, whose packs are what a prune takes away first.
pub const FORGOTTEN: u64 = 9;

fn names(store: &Memory) -> Vec<FileName> {
    let listed = KINDS.iter().flat_map(|kind| store.list(*kind).unwrap().into_iter().map(|(id, _)| kind.file(id)));
    listed.chain([FileName::CONFIG]).collect()
}

//! A replication that ends at any operation of either store, and others that work on either side between any two of them:
//! every point that is at the replica restores, and the next run brings the rest.
#![allow(clippy::unwrap_used)]

#[path = "support/stepped.rs"]
mod stepped;
mod support;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use engine::store::LocalDir;
use engine::{
    BackupError, Cancel, ForgetError, LockError, NoProgress, PointId, PruneError, PruneRequest, ReadPacks,
    ReplicateError, ReplicateOutcome, ReplicateRequest, Repository, VerifyRequest,
};
use stepped::{Step, Stepped, for_each_step};
use support::{CHUNK, Place, noise, password, request, restic, settings};

/// Whose operations are counted.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    Vault,
    Replica,
}

fn open(root: &Path) -> Repository {
    let vault = Repository::open_with(root, &password(), &settings()).unwrap();
    vault.remove_stale_locks().unwrap();
    vault
}

fn older() -> Vec<u8> {
    noise(6 * CHUNK, 1)
}

fn newer() -> Vec<u8> {
    let mut disk = older();
    for chunk in [0, 2, 5] {
        disk[chunk * CHUNK..(chunk + 1) * CHUNK].copy_from_slice(&noise(CHUNK, 50 + chunk as u64));
    }
    disk
}

/// A vault with two points, and the folder of a replica that has nothing yet.
fn place() -> (Place, [PointId; 2]) {
    let place = Place::new();
    let points = [place.backup(&older()).point, place.backup(&newer()).point];
    LocalDir::new(place.path("replica")).create_folders().unwrap();
    (place, points)
}

fn run(vault: &Repository, replica: &Repository) -> Result<ReplicateOutcome, ReplicateError> {
    vault.replicate(replica, ReplicateRequest::default(), &NoProgress, &Cancel::new())
}

/// Makes the replica and brings it everything, with one side behind a store that asks.
fn replicate(
    place: &Place,
    side: Side,
    ask: impl Fn(u64) -> Step + Send + Sync + 'static,
) -> (u64, Result<ReplicateOutcome, ReplicateError>) {
    let root = if side == Side::Vault { place.root() } else { place.path("replica") };
    let store = Arc::new(Stepped::new(LocalDir::new(root), ask));
    let done = match side {
        Side::Replica => place.vault.replica(store.clone()).and_then(|replica| run(&place.vault, &replica)),
        Side::Vault => {
            let Ok(vault) = Repository::open_store(store.clone(), &password(), &settings()) else {
                return (store.count(), Err(ReplicateError::Changed));
            };
            vault.replica(Arc::new(LocalDir::new(place.path("replica")))).and_then(|replica| run(&vault, &replica))
        }
    };
    (store.count(), done)
}

fn operations(side: Side) -> u64 {
    let (place, _) = place();
    let (count, done) = replicate(&place, side, |_| Step::Go);
    done.unwrap();
    assert!(count > 20, "{count}");
    count
}

/// Every snapshot at the replica is one of these points and restores; it is clean to us, and to restic.
fn is_whole(place: &Place, points: &[(PointId, Vec<u8>)], by_restic: bool) -> usize {
    let root = place.path("replica");
    if !root.join("config").exists() {
        return 0;
    }
    let replica = open(&root);
    let report = replica.verify(VerifyRequest { read: ReadPacks::All }, &NoProgress, &Cancel::new()).unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    let there = replica.points().unwrap();
    for point in &there {
        let (_, disk) = points.iter().find(|(id, _)| *id == point.id).unwrap();
        let (bytes, outcome) = support::try_restore(&replica, point.id, "disk0");
        outcome.unwrap();
        assert!(bytes == *disk, "point {} is another disk", point.id);
    }
    if by_restic {
        let output = restic(&root, &["check", "--read-data"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    there.len()
}

fn survives(side: Side, at: impl Fn(u64, u64) -> Step + Send + Sync + Copy + 'static) {
    let failed = AtomicU64::new(0);
    let count = operations(side);
    for_each_step(count, |step| {
        let (place, [one, two]) = place();
        let points = [(one, older()), (two, newer())];
        // The last operations may fail without a word: releasing the locks.
        let (_, done) = replicate(&place, side, move |number| at(number, step));
        failed.fetch_add(u64::from(done.is_err()), Ordering::SeqCst);
        is_whole(&place, &points, true);
        let vault = open(&place.root());
        let replica = vault.replica_in(&place.path("replica")).unwrap();
        replica.remove_stale_locks().unwrap();
        let outcome = run(&vault, &replica).unwrap();
        assert_eq!((outcome.left_out.len(), outcome.mended.len(), outcome.lag.points_missing), (0, 0, 0));
        assert_eq!(is_whole(&place, &points, step % 4 == 0), 2, "{side:?} {step}");
    });
    let failed = failed.into_inner();
    assert!(failed > count / 2, "{side:?}: {failed} of {count}");
}

fn dies(number: u64, step: u64) -> Step {
    if number >= step { Step::Fail } else { Step::Go }
}

fn loses_one_answer(number: u64, step: u64) -> Step {
    if number == step { Step::Doubt } else { Step::Go }
}

#[test]
fn a_vault_that_dies_at_any_operation_leaves_a_whole_replica() {
    survives(Side::Vault, dies);
}

#[test]
fn a_replica_that_dies_at_any_operation_is_whole() {
    survives(Side::Replica, dies);
}

#[test]
fn one_lost_answer_of_the_vault_leaves_a_whole_replica() {
    survives(Side::Vault, loses_one_answer);
}

#[test]
fn one_lost_answer_of_the_replica_leaves_it_whole() {
    survives(Side::Replica, loses_one_answer);
}

fn thorough() -> PruneRequest<'static> {
    let now = DateTime::<Utc>::from(std::time::SystemTime::now());
    PruneRequest { unused_percent_max: 0, grace: Duration::ZERO, patience: Duration::ZERO, ..PruneRequest::at(now) }
}

/// What someone else does to one of the two.
#[derive(Default)]
struct Others {
    made: Option<PointId>,
    pruned: bool,
}

/// A backup, a forgetting of the older point, and a prune, as far as locks allow.
fn work(root: &Path, image: &Path, older: PointId) -> Others {
    let vault = Repository::open_with(root, &password(), &settings()).unwrap();
    let made = match vault.backup(request(&[("disk0", image)]), &NoProgress, &Cancel::new()) {
        Ok(outcome) => Some(outcome.point),
        Err(BackupError::Lock(LockError::Held { .. })) => None,
        Err(error) => panic!("{error:?}"),
    };
    match vault.forget(&[older]) {
        Ok(()) | Err(ForgetError::Lock(LockError::Held { .. }) | ForgetError::NoSuchPoint(_)) => {}
        Err(error) => panic!("{error:?}"),
    }
    let pruned = match vault.prune(&thorough(), &NoProgress, &Cancel::new()) {
        Ok(_) => true,
        Err(PruneError::Lock(LockError::InUse { .. })) => false,
        Err(error) => panic!("{error:?}"),
    };
    Others { made, pruned }
}

/// Someone backs up, forgets and prunes `at` one of the two, between any two operations on `side`.
fn bears_others(side: Side, at: Side) {
    let other_disk = noise(5 * CHUNK, 77);
    let count = operations(side);
    let (waited, pruned) = (AtomicU64::new(0), AtomicU64::new(0));
    for_each_step(count, |step| {
        let (place, [one, two]) = place();
        if at == Side::Replica {
            // It has the older point already, and something to prune.
            let replica = place.vault.replica_in(&place.path("replica")).unwrap();
            run(&place.vault, &replica).unwrap();
            replica.forget(&[two]).unwrap();
        }
        let root = if at == Side::Vault { place.root() } else { place.path("replica") };
        let image = place.path("other");
        fs::write(&image, &other_disk).unwrap();
        let told = Arc::new(std::sync::Mutex::new(None));
        let tell = Arc::clone(&told);
        let (_, done) = replicate(&place, side, move |number| {
            if number == step {
                *tell.lock().unwrap() = Some(work(&root, &image, one));
            }
            Step::Go
        });
        let Some(others) = told.lock().unwrap().take() else { return };
        if others.pruned { &pruned } else { &waited }.fetch_add(1, Ordering::SeqCst);
        let outcome = done.unwrap();
        assert!(outcome.left_out.is_empty(), "{step}: {:?}", outcome.left_out);
        let mut points = vec![(one, older()), (two, newer())];
        points.extend(others.made.map(|made| (made, other_disk.clone())));
        assert!(is_whole(&place, &points, false) >= 1, "step {step}");
        // And the next one brings the rest, whatever is pruned before.
        let replica = open(&place.path("replica"));
        replica.prune(&thorough(), &NoProgress, &Cancel::new()).unwrap();
        let outcome = run(&place.vault, &replica).unwrap();
        assert_eq!((outcome.left_out.len(), outcome.lag.points_missing), (0, 0), "step {step}");
        is_whole(&place, &points, step % 4 == 0);
    });
    // Before the replication has its locks, and in between.
    assert!(pruned.into_inner() > 0 && waited.into_inner() > 10);
}

#[test]
fn others_at_the_vault_between_any_two_operations_of_it_harm_nothing() {
    bears_others(Side::Vault, Side::Vault);
}

#[test]
fn others_at_the_replica_between_any_two_operations_of_it_harm_nothing() {
    bears_others(Side::Replica, Side::Replica);
}

/// Someone takes the replication for dead on `side`, removes its lock there, forgets a point and prunes with no grace at all; then it goes on.
fn is_taken_for_dead(side: Side) {
    let count = operations(side);
    let lost = AtomicU64::new(0);
    for_each_step(count, |step| {
        let (place, [one, two]) = place();
        let root = if side == Side::Vault { place.root() } else { place.path("replica") };
        let (_, done) = replicate(&place, side, move |number| {
            if number == step && root.join("config").exists() {
                for lock in fs::read_dir(root.join("locks")).unwrap() {
                    fs::remove_file(lock.unwrap().path()).unwrap();
                }
                let vault = Repository::open_with(&root, &password(), &settings()).unwrap();
                let forgotten = vault.points().unwrap().first().map(|point| point.id);
                vault.forget(forgotten.as_slice()).unwrap();
                vault.prune(&thorough(), &NoProgress, &Cancel::new()).unwrap();
            }
            Step::Go
        });
        match done {
            Ok(outcome) => assert!(outcome.left_out.is_empty(), "{step}: {:?}", outcome.left_out),
            Err(ReplicateError::Lock(LockError::Lost)) if side == Side::Vault => {
                lost.fetch_add(1, Ordering::SeqCst);
            }
            Err(ReplicateError::ReplicaLock(LockError::Lost)) if side == Side::Replica => {
                lost.fetch_add(1, Ordering::SeqCst);
            }
            Err(error) => panic!("{side:?} {step}: {error:?}"),
        }
        let points = [(one, older()), (two, newer())];
        is_whole(&place, &points, false);
        // The next one goes through, whatever this one left.
        let vault = open(&place.root());
        let replica = vault.replica_in(&place.path("replica")).unwrap();
        let outcome = run(&vault, &replica).unwrap();
        assert_eq!((outcome.left_out.len(), outcome.lag.points_missing), (0, 0), "{side:?} {step}");
        is_whole(&place, &points, step % 4 == 0);
    });
    assert!(lost.into_inner() > 3);
}

#[test]
fn one_that_the_vault_takes_for_dead_leaves_a_whole_replica() {
    is_taken_for_dead(Side::Vault);
}

#[test]
fn one_that_the_replica_takes_for_dead_leaves_it_whole() {
    is_taken_for_dead(Side::Replica);
}

//! A prune that ends at any operation of the store, a backup in the midst of a prune and a prune in the midst of a backup: every
//! point that was made and not forgotten restores, and the vault is clean.
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
    BackupError, Cancel, LockError, NoProgress, PointId, PruneError, PruneRequest, ReadPacks, Repository, VerifyRequest,
};
use stepped::{Step, Stepped, for_each_step};
use support::{CHUNK, Place, noise, password, request, settings};

fn thorough() -> PruneRequest<'static> {
    let now = DateTime::<Utc>::from(std::time::SystemTime::now());
    PruneRequest { unused_percent_max: 0, grace: Duration::ZERO, patience: Duration::ZERO, ..PruneRequest::at(now) }
}

fn prune(vault: &Repository) -> Result<(), PruneError> {
    vault.prune(&thorough(), &NoProgress, &Cancel::new()).map(drop)
}

/// The vault as another process sees it, which removes the locks of the dead.
fn open(root: &Path) -> Repository {
    let vault = Repository::open_with(root, &password(), &settings()).unwrap();
    vault.remove_stale_locks().unwrap();
    vault
}

/// The vault behind a store that asks.
fn stepped(place: &Place, ask: impl Fn(u64) -> Step + Send + Sync + 'static) -> (Arc<Stepped>, Repository) {
    let store = Arc::new(Stepped::new(LocalDir::new(place.root()), ask));
    let vault = Repository::open_store(store.clone(), &password(), &settings()).unwrap();
    (store, vault)
}

/// The disk of the point that is kept, and of the one that is forgotten: half of it is the same.
fn kept() -> Vec<u8> {
    noise(6 * CHUNK, 1)
}

fn forgotten() -> Vec<u8> {
    let mut disk = kept();
    for chunk in [0, 2, 5] {
        disk[chunk * CHUNK..(chunk + 1) * CHUNK].copy_from_slice(&noise(CHUNK, 50 + chunk as u64));
    }
    disk
}

/// A vault with much to prune: packs that go, and packs that are needed in part.
fn place() -> (Place, PointId) {
    let place = Place::new();
    let gone = place.backup(&forgotten()).point;
    let point = place.backup(&kept()).point;
    place.vault.forget(&[gone]).unwrap();
    (place, point)
}

fn back_up(vault: &Repository, place: &Place, bytes: &[u8]) -> Result<PointId, BackupError> {
    let image = place.path(&format!("image-{}", bytes.len()));
    fs::write(&image, bytes).unwrap();
    vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).map(|outcome| outcome.point)
}

/// The vault is clean to us, and each of these points is its disk.
fn holds(root: &Path, points: &[(PointId, Vec<u8>)]) {
    let vault = open(root);
    let report = vault.verify(VerifyRequest { read: ReadPacks::All }, &NoProgress, &Cancel::new()).unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    assert_eq!(vault.points().unwrap().len(), points.len());
    for (point, disk) in points {
        let (bytes, outcome) = support::try_restore(&vault, *point, "disk0");
        outcome.unwrap();
        assert!(bytes == *disk, "point {point} is another disk");
    }
}

/// The operations that opening takes, and those that opening and pruning take.
fn operations() -> (u64, u64) {
    let (place, _) = place();
    let (store, vault) = stepped(&place, |_| Step::Go);
    let opened = store.count();
    prune(&vault).unwrap();
    (opened, store.count())
}

fn survives(at: impl Fn(u64, u64) -> Step + Send + Sync + Copy + 'static) {
    let (opened, all) = operations();
    assert!(all > opened + 20, "{opened} of {all}");
    for_each_step(all - opened, |step| {
        let (place, point) = place();
        let fault = opened + step;
        let (_, vault) = stepped(&place, move |number| at(number, fault));
        // The last operations may fail without a word: releasing the locks.
        let _ = prune(&vault);
        drop(vault);
        open(&place.root());
        place.check();
        holds(&place.root(), &[(point, kept())]);
        // What was begun is brought to its end by the next one, beside a backup of what had been condemned.
        let vault = open(&place.root());
        let again = back_up(&vault, &place, &forgotten()).unwrap();
        prune(&vault).unwrap();
        holds(&place.root(), &[(point, kept()), (again, forgotten())]);
        vault.forget(&[again]).unwrap();
        prune(&vault).unwrap();
        let rest = vault.plan_prune(&thorough(), &NoProgress, &Cancel::new()).unwrap();
        assert_eq!((rest.freed_bytes(), rest.in_grace.packs), (0, 0), "step {step}");
        place.check();
    });
}

#[test]
fn a_prune_that_dies_at_any_operation_leaves_a_valid_vault() {
    survives(|number, fault| if number >= fault { Step::Fail } else { Step::Go });
}

#[test]
fn a_prune_with_one_lost_answer_leaves_a_valid_vault() {
    survives(|number, fault| if number == fault { Step::Doubt } else { Step::Go });
}

#[test]
fn a_backup_between_any_two_operations_of_a_prune_keeps_its_point() {
    let (opened, all) = operations();
    let between = AtomicU64::new(0);
    for_each_step(all - opened, |step| {
        let (place, point) = place();
        let root = place.root();
        let image = place.path("between");
        // Exactly what is being taken away.
        fs::write(&image, forgotten()).unwrap();
        let made = Arc::new(std::sync::Mutex::new(None));
        let (note, at) = (Arc::clone(&made), opened + step);
        let (_, vault) = stepped(&place, move |number| {
            if number == at {
                let vault = Repository::open_with(&root, &password(), &settings()).unwrap();
                *note.lock().unwrap() = Some(vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()));
            }
            Step::Go
        });
        let pruned = prune(&vault);
        // How many packs there are differs from run to run, and with it the number of operations.
        let Some(made) = made.lock().unwrap().take() else { return };
        between.fetch_add(1, Ordering::SeqCst);
        let mut points = vec![(point, kept())];
        match (made, pruned) {
            (Ok(outcome), Ok(())) => points.push((outcome.point, forgotten())),
            // The vault was the prune's alone.
            (Err(BackupError::Lock(LockError::Held { .. })), Ok(())) => {}
            other => panic!("step {step}: {other:?}"),
        }
        holds(&place.root(), &points);
        place.check();
    });
    let between = between.into_inner();
    assert!(between > (all - opened) / 2, "{between} of {}", all - opened);
}

#[test]
fn another_backup_and_a_prune_between_any_two_operations_of_a_backup_harm_neither() {
    let other_disk = noise(5 * CHUNK, 77);
    let count = {
        let (place, _) = place();
        let (store, vault) = stepped(&place, |_| Step::Go);
        back_up(&vault, &place, &forgotten()).unwrap();
        store.count()
    };
    let (waited, pruned) = (AtomicU64::new(0), AtomicU64::new(0));
    for_each_step(count, |step| {
        let (place, point) = place();
        let (root, image) = (place.root(), place.path("other"));
        fs::write(&image, &other_disk).unwrap();
        let told = Arc::new(std::sync::Mutex::new(None));
        let tell = Arc::clone(&told);
        let (_, vault) = stepped(&place, move |number| {
            if number == step {
                let other = Repository::open_with(&root, &password(), &settings()).unwrap();
                let backed_up = other.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new());
                *tell.lock().unwrap() = Some((backed_up.unwrap().point, prune(&other)));
            }
            Step::Go
        });
        let mine = back_up(&vault, &place, &forgotten()).unwrap();
        let Some((theirs, result)) = told.lock().unwrap().take() else { return };
        match result {
            Ok(()) => pruned.fetch_add(1, Ordering::SeqCst),
            Err(PruneError::Lock(LockError::InUse { .. })) => waited.fetch_add(1, Ordering::SeqCst),
            Err(error) => panic!("step {step}: {error:?}"),
        };
        holds(&place.root(), &[(point, kept()), (mine, forgotten()), (theirs, other_disk.clone())]);
        place.check();
    });
    // Before the backup has its lock and after, and in between.
    assert!(pruned.into_inner() > 2 && waited.into_inner() > 10);
}

/// A backup that is taken for dead, by someone who removes its lock and prunes with no grace at all, and that then goes on.
#[test]
fn a_backup_that_was_taken_for_dead_at_any_operation_makes_a_whole_point_or_none() {
    let writer = |place: &Place, ask: Box<dyn Fn(u64) -> Step + Send + Sync>| {
        let (store, vault) = stepped(place, ask);
        let made = back_up(&vault, place, &forgotten());
        (store.count(), made)
    };
    let (count, made) = {
        let (place, _) = place();
        writer(&place, Box::new(|_| Step::Go))
    };
    made.unwrap();
    let made_points = AtomicU64::new(0);
    for_each_step(count, |step| {
        let (place, point) = place();
        let root = place.root();
        let ask = move |number| {
            if number == step {
                for lock in fs::read_dir(root.join("locks")).unwrap() {
                    fs::remove_file(lock.unwrap().path()).unwrap();
                }
                prune(&Repository::open_with(&root, &password(), &settings()).unwrap()).unwrap();
            }
            Step::Go
        };
        let (_, made) = writer(&place, Box::new(ask));
        let mut points = vec![(point, kept())];
        match made {
            Ok(made) => {
                made_points.fetch_add(1, Ordering::SeqCst);
                points.push((made, forgotten()));
            }
            Err(error) => assert!(matches!(error, BackupError::Lock(LockError::Lost)), "step {step}: {error:?}"),
        }
        holds(&place.root(), &points);
        // The next one goes through, whatever this one left.
        let again = back_up(&open(&place.root()), &place, &noise(3 * CHUNK, 8)).unwrap();
        points.push((again, noise(3 * CHUNK, 8)));
        holds(&place.root(), &points);
    });
    let made_points = made_points.into_inner();
    assert!(made_points > 0 && made_points < count, "{made_points} of {count}");
}

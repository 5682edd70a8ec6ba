//! Whatever fails and wherever: the vault stays valid, and what was in it stays restorable.
#![allow(clippy::unwrap_used)]

#[path = "support/faulty.rs"]
mod faulty;
mod support;

use std::fs;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use engine::store::{LocalDir, StoreError};
use engine::{BackupError, Cancel, LockError, NoProgress, Repository};
use faulty::{Fault, Faulty};
use support::{CHUNK, Place, noise, password, request, settings, text};

/// Two packs of data, at least.
fn second_state() -> Vec<u8> {
    let mut disk = noise(9 * CHUNK, 2);
    disk.extend(text(CHUNK, 3));
    disk
}

/// A vault with one point, and the same vault behind a store that fails after `writes` writes.
fn faulty_vault(place: &Place, fault: Fault, writes: u64) -> (Arc<Faulty>, Repository) {
    let store = Arc::new(Faulty::new(LocalDir::new(place.root()), fault, writes));
    let vault = Repository::open_store(store.clone(), &password(), &settings()).unwrap();
    (store, vault)
}

fn back_up(place: &Place, vault: &Repository, bytes: &[u8]) -> Result<engine::BackupOutcome, BackupError> {
    let image = place.path("second.raw");
    fs::write(&image, bytes).unwrap();
    vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new())
}

/// How many writes a backup needs that nothing goes wrong in.
fn writes_needed() -> u64 {
    let place = Place::new();
    place.backup(&noise(4 * CHUNK, 1));
    let (store, vault) = faulty_vault(&place, Fault::Full, u64::MAX);
    back_up(&place, &vault, &second_state()).unwrap();
    store.writes.load(Ordering::SeqCst)
}

fn survives(fault: Fault, judge: impl Fn(&BackupError) -> bool) {
    let needed = writes_needed();
    assert!(needed >= 6, "lock, packs, index, trees, index, snapshot; not {needed}");
    // A store that is dead from the start opens no vault.
    let first_fault = u64::from(fault == Fault::Dead);
    let mut failed = 0;
    for writes in first_fault..needed {
        let place = Place::new();
        let first = noise(4 * CHUNK, 1);
        let point = place.backup(&first).point;
        let (_, vault) = faulty_vault(&place, fault, writes);
        // How the workers spread chunks over packs differs from run to run: one more pack or less at the end.
        let Err(error) = back_up(&place, &vault, &second_state()) else { continue };
        assert!(judge(&error), "write {writes}: {error:?}");
        failed += 1;
        drop(vault);
        let again = Repository::open_with(&place.root(), &password(), &settings()).unwrap();
        again.remove_stale_locks().unwrap();
        place.check();
        assert!(place.restore(point, "disk0") == first);
        // And the next backup goes through.
        let outcome = back_up(&place, &again, &second_state()).unwrap();
        place.check();
        assert!(place.restore(outcome.point, "disk0") == second_state());
    }
    assert!(failed >= needed.saturating_sub(3).max(5), "{failed} of {needed}");
}

#[test]
fn a_full_store_at_any_write_leaves_a_valid_vault() {
    survives(Fault::Full, BackupError::is_full);
}

#[test]
fn a_writer_that_dies_at_any_write_leaves_a_valid_vault() {
    survives(Fault::Dead, |error| {
        let store = match error {
            BackupError::Store(error) => &**error,
            BackupError::Lock(LockError::Store(error)) => error,
            _ => return false,
        };
        matches!(store, StoreError::Unreachable { .. })
    });
}

#[test]
fn a_write_whose_answer_was_lost_leaves_a_valid_vault() {
    let needed = writes_needed();
    let mut failed = 0;
    for writes in 1..needed {
        let place = Place::new();
        let first = noise(4 * CHUNK, 1);
        let point = place.backup(&first).point;
        let (_, vault) = faulty_vault(&place, Fault::Doubt, writes);
        failed += u64::from(back_up(&place, &vault, &second_state()).is_err());
        drop(vault);
        Repository::open_with(&place.root(), &password(), &settings()).unwrap().remove_stale_locks().unwrap();
        place.check();
        assert!(place.restore(point, "disk0") == first);
    }
    assert!(failed >= needed.saturating_sub(3).max(5), "{failed} of {needed}");
}

#[test]
fn a_restore_works_when_the_store_is_full() {
    let place = Place::new();
    let disk = second_state();
    let point = place.backup(&disk).point;
    let (_, vault) = faulty_vault(&place, Fault::Full, 0);
    let (bytes, outcome) = support::try_restore(&vault, point, "disk0");
    outcome.unwrap();
    assert!(bytes == disk);
}

#[test]
fn a_lost_lock_stops_the_commit() {
    let place = Place::new();
    let image = place.path("image");
    fs::write(&image, second_state()).unwrap();
    let locks = place.root().join("locks");
    let lose = || {
        for entry in fs::read_dir(&locks).unwrap() {
            fs::remove_file(entry.unwrap().path()).unwrap();
        }
        Ok(())
    };
    let mut backup = request(&[("disk0", &image)]);
    backup.on_before_commit = Some(&lose);
    let error = place.vault.backup(backup, &NoProgress, &Cancel::new()).unwrap_err();
    assert!(matches!(error, BackupError::Lock(LockError::Lost)), "{error:?}");
    assert!(place.vault.points().unwrap().is_empty());
    place.check();
}

#[test]
fn the_caller_can_refuse_at_the_last_moment() {
    let place = Place::new();
    let image = place.path("image");
    fs::write(&image, second_state()).unwrap();
    let refuse = || Err("the lease is gone".to_owned());
    let mut backup = request(&[("disk0", &image)]);
    backup.on_before_commit = Some(&refuse);
    let error = place.vault.backup(backup, &NoProgress, &Cancel::new()).unwrap_err();
    assert!(matches!(&error, BackupError::Refused { why } if why == "the lease is gone"), "{error:?}");
    assert!(place.vault.points().unwrap().is_empty());
    // What it stored is used by the next one.
    let next = place.backup(&second_state());
    assert_eq!(next.new_bytes, 0);
    place.check();
}

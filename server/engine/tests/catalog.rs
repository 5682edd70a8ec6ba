//! The catalogue: beside the points and never one of them, whole or not there, and never in the way of anything.
#![allow(clippy::unwrap_used)]

#[path = "support/stepped.rs"]
mod stepped;
mod support;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use engine::store::LocalDir;
use engine::{
    Cancel, CatalogError, CatalogFile, CatalogOutcome, ForgetError, NoProgress, PruneRequest, Repository, Survey,
};
use stepped::{Step, Stepped};
use support::{CHUNK, Place, noise, password, settings};

fn now() -> DateTime<Utc> {
    DateTime::from(std::time::SystemTime::now())
}

/// A small file, and one of several blobs.
fn files(version: u64) -> Vec<CatalogFile> {
    let file = |name: &str, bytes| CatalogFile { name: name.to_owned(), bytes };
    vec![file("vault.json", format!("{{\"version\":{version}}}").into_bytes()), file("large", noise(3 << 20, version))]
}

fn sorted(version: u64) -> Vec<CatalogFile> {
    let mut files = files(version);
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

fn newest(vault: &Repository) -> Option<Vec<CatalogFile>> {
    let survey = vault.survey().unwrap();
    survey.catalogs.last().map(|catalog| vault.read_catalog(catalog).unwrap())
}

fn prune(vault: &Repository) {
    let request = PruneRequest {
        unused_percent_max: 0,
        grace: Duration::ZERO,
        patience: Duration::ZERO,
        ..PruneRequest::at(now())
    };
    vault.prune(&request, &NoProgress, &Cancel::new()).unwrap();
}

#[test]
fn is_read_back_by_whoever_opens_the_vault_and_is_no_point() {
    let place = Place::new();
    let disk = noise(4 * CHUNK, 1);
    let point = place.backup(&disk).point;
    place.vault.write_catalog(files(1), now()).unwrap();
    let other = Repository::open_with(&place.root(), &password(), &settings()).unwrap();
    assert!(newest(&other).unwrap() == sorted(1));
    let Survey { points, catalogs, strangers, damaged } = other.survey().unwrap();
    assert_eq!((points.len(), catalogs.len(), strangers, damaged.len()), (1, 1, 0, 0));
    let refused = other.forget(&[catalogs[0].id]).unwrap_err();
    assert!(matches!(refused, ForgetError::NoSuchPoint(_)), "{refused:?}");
    place.check();
    assert!(place.restore(point, "disk0") == disk);
}

#[test]
fn is_not_written_again_while_it_says_the_same() {
    let place = Place::new();
    let CatalogOutcome::Written(first) = place.vault.write_catalog(files(1), now()).unwrap() else { panic!("new") };
    let mut turned = files(1);
    turned.reverse();
    assert_eq!(place.vault.write_catalog(turned, now()).unwrap(), CatalogOutcome::Unchanged(first));
    let before = place.vault.usage().unwrap();
    let mut changed = files(1);
    changed[0].bytes = b"{}".to_vec();
    place.vault.write_catalog(changed, now()).unwrap();
    let grown = place.vault.usage().unwrap().stored_bytes - before.stored_bytes;
    assert!(grown < 64 << 10, "the large file is there already; {grown} bytes were added");
}

#[test]
fn the_newest_two_stay_whatever_the_clock_says() {
    let place = Place::new();
    for version in 1..=5 {
        // The clock goes back.
        let at = now() - TimeDelta::days(i64::try_from(version).unwrap());
        place.vault.write_catalog(files(version), at).unwrap();
        assert!(newest(&place.vault).unwrap() == sorted(version));
    }
    let catalogs = place.vault.survey().unwrap().catalogs;
    assert_eq!(catalogs.len(), 2);
    assert!(place.vault.read_catalog(&catalogs[0]).unwrap() == sorted(4));
    place.check();
}

#[test]
fn a_prune_keeps_it_and_takes_what_older_ones_held() {
    let place = Place::new();
    let disk = noise(4 * CHUNK, 1);
    let point = place.backup(&disk).point;
    for version in 1..=4 {
        place.vault.write_catalog(files(version), now()).unwrap();
    }
    let before = place.vault.usage().unwrap().stored_bytes;
    prune(&place.vault);
    let after = place.vault.usage().unwrap().stored_bytes;
    assert!(before - after > 5 << 20, "{before} bytes became {after}");
    assert!(newest(&place.vault).unwrap() == sorted(4));
    place.check();
    place.vault.forget(&[point]).unwrap();
    prune(&place.vault);
    assert!(newest(&place.vault).unwrap() == sorted(4));
    place.check();
}

#[test]
fn names_that_are_none_are_refused() {
    let place = Place::new();
    for names in [&[""][..], &["a/b"], &[".."], &["a", "a"]] {
        let files = names.iter().map(|name| CatalogFile { name: (*name).to_owned(), bytes: vec![1] }).collect();
        let refused = place.vault.write_catalog(files, now()).unwrap_err();
        assert!(matches!(refused, CatalogError::Invalid { .. }), "{refused:?}");
    }
    assert!(place.vault.survey().unwrap().catalogs.is_empty());
}

/// A vault with a point and two catalogues.
fn vault() -> (Place, engine::PointId, Vec<u8>) {
    let place = Place::new();
    let disk = noise(4 * CHUNK, 1);
    let point = place.backup(&disk).point;
    for version in 1..=2 {
        place.vault.write_catalog(files(version), now()).unwrap();
    }
    (place, point, disk)
}

/// Ends the writer at one operation, before it or with its answer lost, and at all that follow. Answers whether it failed.
fn ended_at(operation: u64, last: Step) -> bool {
    let (place, point, disk) = vault();
    let ask = move |number: u64| match number.cmp(&operation) {
        std::cmp::Ordering::Less => Step::Go,
        std::cmp::Ordering::Equal => last,
        std::cmp::Ordering::Greater => Step::Fail,
    };
    let store = Arc::new(Stepped::new(LocalDir::new(place.root()), ask));
    let Ok(killed) = Repository::open_store(store, &password(), &settings()) else { return true };
    let failed = killed.write_catalog(files(3), now()).is_err();
    drop(killed);
    let again = Repository::open_with(&place.root(), &password(), &settings()).unwrap();
    again.remove_stale_locks().unwrap();
    let read = newest(&again).unwrap();
    assert!(read == sorted(2) || read == sorted(3), "operation {operation}: neither the old nor the new");
    assert!(failed || read == sorted(3), "operation {operation}: what was acknowledged is there");
    place.check();
    assert!(place.restore(point, "disk0") == disk);
    again.write_catalog(files(4), now()).unwrap();
    assert!(newest(&again).unwrap() == sorted(4));
    place.check();
    failed
}

#[test]
fn a_writer_that_dies_at_any_operation_leaves_the_old_one_or_the_new_one() {
    let (place, ..) = vault();
    let store = Arc::new(Stepped::new(LocalDir::new(place.root()), |_| Step::Go));
    let whole = Repository::open_store(store.clone(), &password(), &settings()).unwrap();
    whole.write_catalog(files(3), now()).unwrap();
    drop(whole);
    let operations = store.count();
    assert!(operations > 15, "{operations}");
    let failed = (0..operations).filter(|operation| ended_at(*operation, Step::Fail)).count() as u64;
    assert!(failed + 2 >= operations, "{failed} of {operations}: only the release of the lock may fail unseen");
    for operation in 0..operations {
        ended_at(operation, Step::Doubt);
    }
}

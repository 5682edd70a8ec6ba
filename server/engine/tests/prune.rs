//! Taking away what no snapshot needs, judged by `restic`.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use engine::{Cancel, LockError, NoProgress, PruneError, PruneOutcome, PruneRequest, Repository};
use support::{CHUNK, Place, noise, request, restic, text};

fn now() -> DateTime<Utc> {
    DateTime::from(std::time::SystemTime::now())
}

/// Everything that can go, at once.
fn thorough() -> PruneRequest<'static> {
    PruneRequest { unused_percent_max: 0, grace: Duration::ZERO, patience: Duration::ZERO, ..PruneRequest::at(now()) }
}

fn prune(vault: &Repository, request: PruneRequest<'_>) -> Result<PruneOutcome, PruneError> {
    vault.prune(&request, &NoProgress, &Cancel::new())
}

/// The bytes of all packs.
fn pack_bytes(place: &Place) -> u64 {
    bytes_below(&place.root().join("data"))
}

fn bytes_below(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries
        .map(|entry| if entry.path().is_dir() { bytes_below(&entry.path()) } else { entry.metadata().unwrap().len() })
        .sum()
}

/// Three states that share a part, so that packs are needed in part.
fn states() -> [Vec<u8>; 3] {
    let first = noise(12 * CHUNK, 1);
    let mut second = first.clone();
    for chunk in [1, 4, 5, 9] {
        second[chunk * CHUNK..(chunk + 1) * CHUNK].copy_from_slice(&noise(CHUNK, 100 + chunk as u64));
    }
    let mut third = second.clone();
    third.extend(text(3 * CHUNK, 7));
    third[..CHUNK].copy_from_slice(&noise(CHUNK, 300));
    [first, second, third]
}

#[test]
fn a_vault_with_nothing_to_take_away_stays_as_it_is() {
    let place = Place::new();
    assert_eq!(prune(&place.vault, thorough()).unwrap(), PruneOutcome::default());
    let disk = noise(5 * CHUNK, 1);
    let point = place.backup(&disk).point;
    let before = pack_bytes(&place);
    let outcome = prune(&place.vault, thorough()).unwrap();
    assert_eq!((outcome.plan.freed_bytes(), outcome.condemned.packs), (0, 0));
    assert_eq!((pack_bytes(&place), outcome.plan.present.bytes), (before, before));
    place.check();
    assert!(place.restore(point, "disk0") == disk);
}

#[test]
fn what_is_forgotten_goes_and_the_plan_is_right_to_the_byte() {
    let place = Place::new();
    let [first, second, third] = states();
    let gone = [place.backup(&first).point, place.backup(&second).point];
    let kept = place.backup(&third).point;
    place.vault.forget(&gone).unwrap();
    let before = pack_bytes(&place);
    let plan = place.vault.plan_prune(&thorough(), &NoProgress, &Cancel::new()).unwrap();
    assert_eq!((pack_bytes(&place), plan.present.bytes), (before, before), "a plan changes nothing");
    assert!(plan.to_copy.packs > 0, "{plan:?}");
    let outcome = prune(&place.vault, thorough()).unwrap();
    assert_eq!(outcome.plan, plan);
    assert_eq!(before - pack_bytes(&place), plan.freed_bytes());
    assert_eq!(outcome.deleted, outcome.condemned);
    place.check();
    assert!(place.restore(kept, "disk0") == third);
    let after = prune(&place.vault, thorough()).unwrap();
    assert_eq!(after.plan.freed_bytes(), 0, "{after:?}");
    // restic finds nothing more to do than we left.
    let said = place.restic(&["prune", "--max-unused", "0", "--dry-run"]);
    let total = said.lines().find(|line| line.starts_with("total prune:")).unwrap();
    assert_eq!(total.split_whitespace().collect::<Vec<_>>(), ["total", "prune:", "0", "blobs", "/", "0", "B"]);
}

#[test]
fn what_is_condemned_stays_for_its_grace_and_is_never_used_again() {
    let place = Place::new();
    let [first, second, _] = states();
    let gone = place.backup(&first).point;
    let kept = place.backup(&second).point;
    place.vault.forget(&[gone]).unwrap();
    let day = PruneRequest { grace: Duration::from_hours(24), ..thorough() };
    let outcome = prune(&place.vault, day).unwrap();
    assert_eq!((outcome.deleted.packs, outcome.in_grace), (0, outcome.condemned));
    assert!(outcome.condemned.packs > 0);
    place.check();
    // A chunk that was condemned is stored again.
    let again = place.backup(&first);
    assert_eq!(again.new_bytes, 4 * CHUNK as u64);
    let later = PruneRequest { now: now() + TimeDelta::hours(23), ..day };
    assert_eq!(prune(&place.vault, later).unwrap().deleted.packs, 0);
    let later = PruneRequest { now: now() + TimeDelta::hours(25), ..day };
    let done = prune(&place.vault, later).unwrap();
    assert_eq!((done.deleted, done.in_grace.packs), (outcome.condemned, 0));
    place.check();
    assert!(place.restore(kept, "disk0") == second);
    assert!(place.restore(again.point, "disk0") == first);
}

#[test]
fn a_clock_that_was_set_back_deletes_nothing() {
    let place = Place::new();
    let gone = place.backup(&noise(4 * CHUNK, 1)).point;
    place.vault.forget(&[gone]).unwrap();
    let day = PruneRequest { grace: Duration::from_hours(24), ..thorough() };
    assert!(prune(&place.vault, day).unwrap().in_grace.packs > 0);
    let past = PruneRequest { now: now() - TimeDelta::days(400), ..day };
    assert_eq!(prune(&place.vault, past).unwrap().deleted.packs, 0);
}

#[test]
fn a_little_that_is_unused_may_stay() {
    let place = Place::new();
    let [first, second, _] = states();
    let gone = place.backup(&first).point;
    place.backup(&second);
    place.vault.forget(&[gone]).unwrap();
    let lenient = PruneRequest { unused_percent_max: 100, ..thorough() };
    let plan = place.vault.plan_prune(&lenient, &NoProgress, &Cancel::new()).unwrap();
    assert_eq!(plan.to_copy.packs, 0, "{plan:?}");
}

#[test]
fn a_strangers_snapshot_keeps_what_it_needs() {
    let place = Place::new();
    let ours = place.backup(&noise(4 * CHUNK, 1)).point;
    let file = place.path("stranger.bin");
    fs::write(&file, noise(3 * CHUNK, 9)).unwrap();
    place.restic(&["backup", file.to_str().unwrap()]);
    place.vault.forget(&[ours]).unwrap();
    let outcome = prune(&place.vault, thorough()).unwrap();
    assert!(outcome.deleted.packs > 0);
    place.check();
    let target = place.path("back");
    place.restic(&["restore", "latest", "--target", target.to_str().unwrap()]);
    assert!(fs::read(target.join(file.strip_prefix("/").unwrap())).unwrap() == noise(3 * CHUNK, 9));
}

#[test]
fn what_a_cancelled_writer_left_is_taken_away() {
    let place = Place::new();
    let kept = place.backup(&noise(2 * CHUNK, 1)).point;
    let stray = place.root().join("data/ab").join(format!("ab{}", "0".repeat(62)));
    fs::write(&stray, noise(1000, 5)).unwrap();
    let outcome = prune(&place.vault, thorough()).unwrap();
    assert_eq!((outcome.deleted.packs, outcome.deleted.bytes), (1, 1000));
    assert!(!stray.exists());
    place.check();
    assert!(place.restore(kept, "disk0") == noise(2 * CHUNK, 1));
}

/// Every file of the vault that is not a lock.
fn files(place: &Place) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![place.root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.display().to_string());
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_damaged_vault_loses_nothing_more() {
    let newest = |place: &Place, folder: &str| {
        let entries = fs::read_dir(place.root().join(folder)).unwrap().map(|entry| entry.unwrap());
        entries.max_by_key(|entry| entry.metadata().unwrap().modified().unwrap()).unwrap().path()
    };
    let shorten = |path: &Path| {
        let bytes = fs::read(path).unwrap();
        fs::write(path, &bytes[..bytes.len() - 1]).unwrap();
    };
    for damaged in ["snapshots", "index", "data"] {
        let place = Place::new();
        let [first, second, _] = states();
        let gone = place.backup(&first).point;
        place.backup(&second);
        place.vault.forget(&[gone]).unwrap();
        match damaged {
            "data" => {
                for folder in fs::read_dir(place.root().join("data")).unwrap() {
                    for pack in fs::read_dir(folder.unwrap().path()).unwrap() {
                        shorten(&pack.unwrap().path());
                    }
                }
            }
            folder => shorten(&newest(&place, folder)),
        }
        let before = files(&place);
        let vault = Repository::open_with(&place.root(), &support::password(), &support::settings()).unwrap();
        let error = prune(&vault, thorough()).unwrap_err();
        assert!(matches!(error, PruneError::NeedsRepair(_)), "{damaged}: {error:?}");
        assert_eq!(files(&place), before, "{damaged}");
    }
}

#[test]
fn a_running_backup_is_not_disturbed() {
    let place = Place::new();
    let gone = place.backup(&noise(4 * CHUNK, 1)).point;
    place.vault.forget(&[gone]).unwrap();
    let image = place.path("image");
    fs::write(&image, noise(4 * CHUNK, 1)).unwrap();
    let answers = std::cell::RefCell::new(Vec::new());
    let other = Repository::open_with(&place.root(), &support::password(), &support::settings()).unwrap();
    let look = || {
        // Within the same process, and as another one would.
        for vault in [&place.vault, &other] {
            answers.borrow_mut().push(prune(vault, thorough()).unwrap_err());
        }
        Ok(())
    };
    let mut backup = request(&[("disk0", &image)]);
    backup.on_before_commit = Some(&look);
    let point = place.vault.backup(backup, &NoProgress, &Cancel::new()).unwrap().point;
    for error in answers.borrow().iter() {
        assert!(matches!(error, PruneError::Lock(LockError::InUse { .. })), "{error:?}");
    }
    assert_eq!(answers.borrow().len(), 2);
    place.check();
    assert!(place.restore(point, "disk0") == noise(4 * CHUNK, 1));
    // Its packs are needed again by a point that came while the others were planning.
    prune(&place.vault, thorough()).unwrap();
    place.check();
    assert!(place.restore(point, "disk0") == noise(4 * CHUNK, 1));
}

#[test]
fn restic_and_we_keep_each_other_out_while_indexes_are_swapped() {
    let place = Place::new();
    let gone = place.backup(&noise(4 * CHUNK, 1)).point;
    place.vault.forget(&[gone]).unwrap();
    let refused = std::cell::RefCell::new(None);
    let look = || {
        *refused.borrow_mut() = Some(restic(&place.root(), &["check"]));
        Ok(())
    };
    prune(&place.vault, PruneRequest { on_before_swap: Some(&look), ..thorough() }).unwrap();
    let output = refused.borrow_mut().take().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && errors.contains("locked"), "{errors}");
    place.check();
}

#[test]
fn a_job_that_begins_meanwhile_waits_and_goes_on() {
    let place = Place::new();
    let gone = place.backup(&noise(4 * CHUNK, 1)).point;
    place.vault.forget(&[gone]).unwrap();
    let image = place.path("image");
    fs::write(&image, noise(4 * CHUNK, 1)).unwrap();
    std::thread::scope(|scope| {
        let started = std::cell::RefCell::new(None);
        let begin = || {
            let vault = place.vault.clone();
            let image = &image;
            *started.borrow_mut() =
                Some(scope.spawn(move || vault.backup(request(&[("disk0", image)]), &NoProgress, &Cancel::new())));
            Ok(())
        };
        prune(&place.vault, PruneRequest { on_before_swap: Some(&begin), ..thorough() }).unwrap();
        let outcome = started.take().unwrap().join().unwrap().unwrap();
        assert_eq!(outcome.new_bytes, 4 * CHUNK as u64, "it used what was condemned");
        place.check();
        assert!(place.restore(outcome.point, "disk0") == noise(4 * CHUNK, 1));
    });
}

#[test]
fn the_caller_and_a_cancel_stop_it_with_nothing_condemned() {
    let place = Place::new();
    let gone = place.backup(&noise(4 * CHUNK, 1)).point;
    place.vault.forget(&[gone]).unwrap();
    let before = files(&place);
    let refuse = || Err("the lease is gone".to_owned());
    let error = prune(&place.vault, PruneRequest { on_before_swap: Some(&refuse), ..thorough() }).unwrap_err();
    assert!(matches!(&error, PruneError::Refused { why } if why == "the lease is gone"), "{error:?}");
    assert_eq!(files(&place), before);
    let cancel = Cancel::new();
    cancel.cancel();
    let error = place.vault.prune(&thorough(), &NoProgress, &cancel).unwrap_err();
    assert!(matches!(error, PruneError::Cancelled), "{error:?}");
    assert_eq!(files(&place), before);
}

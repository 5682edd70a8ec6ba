//! A repair: what can be read is found again, what cannot is stored again by the next backup, and nothing is lost by it.
#![allow(clippy::unwrap_used)]

#[path = "support/stepped.rs"]
mod stepped;
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use engine::store::LocalDir;
use engine::{
    BackupError, Cancel, LockError, NoProgress, PointId, PruneRequest, ReadPacks, RepairError, RepairReport,
    Repository, VerifyReport, VerifyRequest,
};
use stepped::{Step, Stepped};
use support::{CHUNK, Place, noise, password, request, settings};

fn open(place: &Place) -> Repository {
    let vault = Repository::open_with(&place.root(), &password(), &settings()).unwrap();
    vault.remove_stale_locks().unwrap();
    vault
}

fn repair(vault: &Repository) -> Result<RepairReport, RepairError> {
    vault.repair(Duration::ZERO, &NoProgress, &Cancel::new())
}

fn verify(vault: &Repository) -> VerifyReport {
    vault.verify(VerifyRequest { read: ReadPacks::All }, &NoProgress, &Cancel::new()).unwrap()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn pack_path(place: &Place, pack: &impl ToString) -> PathBuf {
    let name = pack.to_string();
    place.root().join("data").join(&name[..2]).join(name)
}

/// Two points of two disks.
fn two_points(place: &Place) -> [(PointId, Vec<u8>); 2] {
    [1, 2].map(|seed| {
        let disk = noise(4 * CHUNK, seed);
        (place.backup(&disk).point, disk)
    })
}

#[test]
fn a_sound_vault_stays_as_it_is() {
    let place = Place::new();
    two_points(&place);
    let before = files(&place.root().join("index"));
    assert_eq!(repair(&place.vault).unwrap(), RepairReport::default());
    assert_eq!(files(&place.root().join("index")), before);
}

#[test]
fn an_index_that_is_lost_or_damaged_is_made_again_from_the_packs() {
    for damage in [0, 1, 100] {
        let place = Place::new();
        let points = two_points(&place);
        for file in files(&place.root().join("index")) {
            match damage {
                0 => fs::remove_file(file).unwrap(),
                len => fs::write(&file, &fs::read(&file).unwrap()[..len]).unwrap(),
            }
        }
        let vault = open(&place);
        let report = repair(&vault).unwrap();
        assert!(report.packs_named >= 4 && report.packs_unreadable.is_empty(), "{report:?}");
        assert_eq!(report.indexes_removed > 0, damage > 0, "{report:?}");
        place.check();
        for (point, disk) in &points {
            assert!(support::try_restore(&vault, *point, "disk0").0 == *disk);
        }
        // What is known again is not stored again.
        fs::write(place.path("image.raw"), &points[0].1).unwrap();
        let image = place.path("image.raw");
        let again = vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap();
        assert_eq!(again.new_bytes, 0);
        place.check();
    }
}

#[test]
fn a_lost_pack_is_told_and_a_later_backup_makes_the_point_whole() {
    let place = Place::new();
    let disk = noise(16 * CHUNK, 1);
    let first = place.backup(&disk);
    // A pack with nothing but chunks of the disk: a point's record, which is in one too, is like no other.
    let lost = first.packs.iter().find(|pack| {
        let (path, aside) = (pack_path(&place, pack), place.path("aside"));
        fs::rename(&path, &aside).unwrap();
        let readable = open(&place).survey().unwrap();
        fs::rename(&aside, &path).unwrap();
        readable.points.len() == 1
    });
    fs::remove_file(pack_path(&place, lost.unwrap())).unwrap();
    let vault = open(&place);
    assert_eq!(verify(&vault).points_hurt, [first.point]);
    let report = repair(&vault).unwrap();
    assert_eq!((report.packs_missing, report.packs_named), (1, 0));
    assert_eq!(verify(&vault).points_hurt, [first.point], "what is lost is lost, and still told");
    let image = place.path("image.raw");
    let again = vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap();
    assert!(again.new_bytes > 0);
    let after = verify(&vault);
    assert_eq!((after.problems.len(), after.points_hurt.len()), (0, 0), "{after:?}");
    place.check();
    for point in [first.point, again.point] {
        assert!(support::try_restore(&vault, point, "disk0").0 == disk);
    }
}

#[test]
fn a_pack_that_cannot_be_read_stays_where_it_is() {
    let place = Place::new();
    two_points(&place);
    let stray = pack_path(&place, &format!("ab{}", "0".repeat(62)));
    fs::write(&stray, noise(5000, 1)).unwrap();
    let report = repair(&place.vault).unwrap();
    assert_eq!((report.packs_unreadable.len(), report.packs_named), (1, 0));
    assert!(stray.exists());
}

#[test]
fn packs_of_a_prune_that_was_given_up_are_found_again() {
    let place = Place::new();
    let [(gone, _), (kept, disk)] = two_points(&place);
    place.vault.forget(&[gone]).unwrap();
    let now = DateTime::<Utc>::from(std::time::SystemTime::now());
    let prune = PruneRequest { unused_percent_max: 0, patience: Duration::ZERO, ..PruneRequest::at(now) };
    place.vault.prune(&prune, &NoProgress, &Cancel::new()).unwrap();
    for file in files(&place.root().join("index")) {
        fs::write(file, "").unwrap();
    }
    let vault = open(&place);
    repair(&vault).unwrap();
    place.check();
    // Far behind the grace: what is named again is not deleted by the old list.
    let later = PruneRequest { now: now + chrono::TimeDelta::days(30), ..prune };
    vault.prune(&later, &NoProgress, &Cancel::new()).unwrap();
    place.check();
    assert!(support::try_restore(&vault, kept, "disk0").0 == disk);
}

#[test]
fn it_waits_for_running_backups() {
    let place = Place::new();
    let image = place.path("image");
    fs::write(&image, noise(2 * CHUNK, 1)).unwrap();
    let answer = std::cell::RefCell::new(None);
    let look = || {
        *answer.borrow_mut() = Some(repair(&place.vault));
        Ok(())
    };
    let mut backup = request(&[("disk0", &image)]);
    backup.on_before_commit = Some(&look);
    place.vault.backup(backup, &NoProgress, &Cancel::new()).unwrap();
    let error = answer.take().unwrap().unwrap_err();
    assert!(matches!(error, RepairError::Lock(LockError::InUse { .. })), "{error:?}");
}

#[test]
fn a_repair_that_dies_at_any_operation_can_be_repeated() {
    let make = || {
        let place = Place::new();
        let points = two_points(&place);
        let indexes = files(&place.root().join("index"));
        fs::write(&indexes[0], "damaged").unwrap();
        fs::remove_file(&indexes[1]).unwrap();
        (place, points)
    };
    let count = {
        let (place, _) = make();
        let store = Arc::new(Stepped::new(LocalDir::new(place.root()), |_| Step::Go));
        repair(&Repository::open_store(store.clone(), &password(), &settings()).unwrap()).unwrap();
        store.count()
    };
    for step in 2..count {
        let (place, points) = make();
        let ask = move |number| if number >= step { Step::Fail } else { Step::Go };
        let store = Arc::new(Stepped::new(LocalDir::new(place.root()), ask));
        if let Ok(vault) = Repository::open_store(store, &password(), &settings()) {
            let _ = repair(&vault);
        }
        let vault = open(&place);
        repair(&vault).unwrap();
        assert!(verify(&vault).problems.is_empty(), "step {step}");
        for (point, disk) in &points {
            assert!(support::try_restore(&vault, *point, "disk0").0 == *disk, "step {step}");
        }
        let image = place.path("image.raw");
        let backed_up = vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new());
        assert!(!matches!(backed_up, Err(BackupError::NeedsRepair(_))), "step {step}");
    }
}

#[test]
fn shares_of_a_verification_cover_everything_in_turn() {
    let place = Place::new();
    two_points(&place);
    two_points(&place);
    let whole = verify(&place.vault).read_bytes;
    let read = |turn| {
        let read = ReadPacks::Share { of: 5, turn };
        place.vault.verify(VerifyRequest { read }, &NoProgress, &Cancel::new()).unwrap().read_bytes
    };
    let turns: Vec<u64> = (20_000..20_005).map(read).collect();
    assert_eq!(turns.iter().sum::<u64>(), whole);
    assert!(turns.iter().all(|bytes| *bytes < whole), "{turns:?}");
}

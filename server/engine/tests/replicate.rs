//! A replica has the points of its vault, each of them whole, whatever became of either in between.
#![allow(clippy::unwrap_used)]

#[path = "support/stepped.rs"]
mod stepped;
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use engine::store::{FileKind, LocalDir, Memory, Store};
use engine::{
    Cancel, NoProgress, PointId, Progress, PruneRequest, ReadError, ReadPacks, ReplicateError, ReplicateOutcome,
    ReplicateRequest, Repository, RestoreError, Update, VerifyRequest,
};
use stepped::{Step, Stepped};
use support::{CHUNK, MACHINE, Place, noise, password, request, restic, settings, text};

fn replicate(vault: &Repository, replica: &Repository) -> ReplicateOutcome {
    vault.replicate(replica, ReplicateRequest::default(), &NoProgress, &Cancel::new()).unwrap()
}

fn look_at_all(vault: &Repository, replica: &Repository) -> ReplicateOutcome {
    vault.replicate(replica, ReplicateRequest { look_at_all: true }, &NoProgress, &Cancel::new()).unwrap()
}

fn prune(vault: &Repository, grace: Duration) -> engine::PruneOutcome {
    let now = DateTime::<Utc>::from(std::time::SystemTime::now());
    let request = PruneRequest { unused_percent_max: 0, grace, ..PruneRequest::at(now) };
    vault.prune(&request, &NoProgress, &Cancel::new()).unwrap()
}

fn is_sound(vault: &Repository) {
    let report = vault.verify(VerifyRequest { read: ReadPacks::All }, &NoProgress, &Cancel::new()).unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

fn holds(vault: &Repository, points: &[(PointId, &[u8])]) {
    is_sound(vault);
    assert_eq!(vault.points().unwrap().len(), points.len());
    for (point, disk) in points {
        let (bytes, outcome) = support::try_restore(vault, *point, "disk0");
        outcome.unwrap();
        assert!(bytes == *disk, "point {point} is another disk");
    }
}

/// What restic says of a replica.
fn check(root: &Path) {
    let output = restic(root, &["check", "--read-data"]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("no errors were found"), "{text}");
}

/// Two disks of which half is the same.
fn disks() -> (Vec<u8>, Vec<u8>) {
    let first = noise(9 * CHUNK, 1);
    let mut second = first.clone();
    for chunk in [0, 2, 5, 7] {
        second[chunk * CHUNK..(chunk + 1) * CHUNK].copy_from_slice(&noise(CHUNK, 50 + chunk as u64));
    }
    (first, second)
}

/// The packs in a folder.
fn packs(root: &Path) -> Vec<PathBuf> {
    let packs = LocalDir::new(root).list(FileKind::Pack).unwrap();
    packs.iter().map(|(id, _)| root.join("data").join(&id.to_string()[..2]).join(id.to_string())).collect()
}

/// The file of one pack that only a point with data of its own needs: the largest one that came last.
fn new_data_pack(root: &Path, before: &[PathBuf]) -> PathBuf {
    let new = packs(root).into_iter().filter(|pack| !before.contains(pack));
    new.max_by_key(|pack| fs::metadata(pack).unwrap().len()).unwrap()
}

fn overwrite(pack: &Path) {
    let mut bytes = fs::read(pack).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(pack, bytes).unwrap();
}

#[derive(Default)]
struct Notes(Mutex<Vec<String>>);

impl Progress for Notes {
    fn report(&self, update: Update<'_>) {
        if let Update::Note(note) = update {
            self.0.lock().unwrap().push(note.to_owned());
        }
    }
}

#[test]
fn a_replica_in_any_store_has_all_points_and_what_is_there_is_not_copied_again() {
    let place = Place::new();
    let (first, second) = disks();
    let (one, two) = (place.backup(&first).point, place.backup(&second).point);
    let folder = LocalDir::new(place.path("replica"));
    folder.create_folders().unwrap();
    let stores: [(&str, Arc<dyn Store>); 2] = [("folder", Arc::new(folder)), ("memory", Arc::new(Memory::new()))];
    for (sort, store) in stores {
        let replica = place.vault.replica(store.clone()).unwrap();
        let lag = place.vault.replica_lag(&replica).unwrap();
        assert_eq!((lag.points_missing, lag.newest_present), (2, None), "{sort}");
        let oldest = place.vault.points().unwrap()[0].time;
        assert_eq!(lag.oldest_missing, Some(oldest), "{sort}");
        let outcome = replicate(&place.vault, &replica);
        assert_eq!((outcome.points, outcome.left_out.len(), outcome.mended.len()), (2, 0, 0), "{sort}");
        assert_eq!(outcome.lag.points_missing, 0, "{sort}");
        assert_eq!(outcome.lag.newest_present, Some(place.vault.points().unwrap()[1].time), "{sort}");
        assert!(outcome.packs > 3 && outcome.stored_bytes > outcome.read_bytes, "{sort}: {outcome:?}");
        holds(&replica, &[(one, &first), (two, &second)]);
        let again = replicate(&place.vault, &replica);
        assert_eq!((again.points, again.packs, again.read_bytes, again.stored_bytes), (0, 0, 0, 0), "{sort}");
        // With the password alone, as after the loss of the vault.
        holds(&Repository::open_store(store, &password(), &settings()).unwrap(), &[(one, &first), (two, &second)]);
    }
    check(&place.path("replica"));
}

#[test]
fn a_later_point_brings_only_what_is_new() {
    let place = Place::new();
    let (first, second) = disks();
    let one = place.backup(&first).point;
    let replica = place.vault.replica_in(&place.path("replica")).unwrap();
    replicate(&place.vault, &replica);
    let two = place.backup(&second);
    let outcome = replicate(&place.vault, &replica);
    assert_eq!((outcome.points, outcome.packs), (1, two.packs.len() as u64));
    // The same replica, opened anew.
    let replica = place.vault.replica_in(&place.path("replica")).unwrap();
    holds(&replica, &[(one, &first), (two.point, &second)]);
    assert!(place.path("replica").join("RESTORE.txt").exists());
    check(&place.path("replica"));
}

#[test]
fn snapshots_of_others_are_copied_too() {
    let place = Place::new();
    let file = place.path("file");
    fs::write(&file, text(3000, 1)).unwrap();
    place.restic(&["backup", file.to_str().unwrap()]);
    place.restic(&["backup", "--force", "/etc/hostname"]);
    let replica = place.vault.replica_in(&place.path("replica")).unwrap();
    assert_eq!(replicate(&place.vault, &replica).points, 2);
    assert_eq!(replica.survey().unwrap().strangers, 2);
    check(&place.path("replica"));
}

#[test]
fn another_target_is_refused_and_left_as_it_is() {
    let (place, other) = (Place::new(), Place::new());
    let kept = other.backup(&noise(3 * CHUNK, 9)).point;
    place.backup(&noise(3 * CHUNK, 1));
    let refused = place.vault.replica_in(&other.root()).err().unwrap();
    assert!(matches!(refused, ReplicateError::OtherVault), "{refused:?}");
    let refused = place.vault.replicate(&other.vault, ReplicateRequest::default(), &NoProgress, &Cancel::new());
    assert!(matches!(refused, Err(ReplicateError::OtherVault)), "{refused:?}");
    holds(&other.vault, &[(kept, &noise(3 * CHUNK, 9))]);
    // A vault that has lost its config is not free.
    fs::remove_file(other.root().join("config")).unwrap();
    let refused = place.vault.replica_in(&other.root()).err().unwrap();
    assert!(matches!(refused, ReplicateError::NotEmpty), "{refused:?}");
    let full = place.path("full");
    fs::create_dir(&full).unwrap();
    fs::write(full.join("letter"), "dear").unwrap();
    let refused = place.vault.replica_in(&full).err().unwrap();
    assert!(matches!(refused, ReplicateError::NotEmpty), "{refused:?}");
    assert_eq!(fs::read_dir(&full).unwrap().count(), 1);
}

#[test]
fn a_damaged_pack_is_named_and_not_copied_and_only_its_points_are_left_out() {
    let place = Place::new();
    let (first, second) = disks();
    let one = place.backup(&first).point;
    let before = packs(&place.root());
    let two = place.backup(&second).point;
    let pack = new_data_pack(&place.root(), &before);
    let three = place.backup(&first).point;
    let good = fs::read(&pack).unwrap();
    for lost in [false, true] {
        if lost {
            fs::remove_file(&pack).unwrap();
        } else {
            overwrite(&pack);
        }
        let root = place.path(&format!("replica-{lost}"));
        let replica = place.vault.replica_in(&root).unwrap();
        let outcome = replicate(&place.vault, &replica);
        assert_eq!((outcome.points, outcome.lag.points_missing), (2, 1));
        let name = pack.file_name().unwrap().to_str().unwrap();
        let (point, damage) = &outcome.left_out[..][0];
        assert!(outcome.left_out.len() == 1 && *point == two && damage.what.ends_with(name), "{outcome:?}");
        assert!(!packs(&root).iter().any(|copied| copied.ends_with(name)));
        holds(&replica, &[(one, &first), (three, &first)]);
        check(&root);
        // As soon as it is back, so is the point.
        fs::write(&pack, &good).unwrap();
        assert_eq!(replicate(&place.vault, &replica).points, 1);
        holds(&replica, &[(one, &first), (two, &second), (three, &first)]);
        check(&root);
    }
}

#[test]
fn what_the_replica_has_lost_is_brought_back_when_all_is_looked_at() {
    let place = Place::new();
    let (first, second) = disks();
    let points = [place.backup(&first).point, place.backup(&second).point];
    let root = place.path("replica");
    let replica = place.vault.replica_in(&root).unwrap();
    replicate(&place.vault, &replica);
    let copied = packs(&root);
    fs::remove_file(&copied[0]).unwrap();
    let torn = fs::OpenOptions::new().write(true).open(&copied[1]).unwrap();
    torn.set_len(100).unwrap();
    let outcome = look_at_all(&place.vault, &replica);
    assert_eq!((outcome.points, outcome.packs), (0, 2), "{outcome:?}");
    let name = copied[1].file_name().unwrap().to_str().unwrap();
    assert!(outcome.mended.len() == 1 && outcome.mended[0].what.ends_with(name), "{outcome:?}");
    holds(&replica, &[(points[0], &first), (points[1], &second)]);
    check(&root);
}

#[test]
fn a_torn_file_of_an_earlier_run_is_replaced_and_told() {
    let place = Place::new();
    let (first, _) = disks();
    let one = place.backup(&first).point;
    let root = place.path("replica");
    let replica = place.vault.replica_in(&root).unwrap();
    // As an earlier run leaves it that a broken store has lied to: half a pack under its name, and all of another one.
    let at_vault = packs(&place.root());
    let to = |pack: &Path| root.join(pack.strip_prefix(place.root()).unwrap());
    let bytes = fs::read(&at_vault[0]).unwrap();
    fs::write(to(&at_vault[0]), &bytes[..bytes.len() / 2]).unwrap();
    fs::copy(&at_vault[1], to(&at_vault[1])).unwrap();
    let outcome = replicate(&place.vault, &replica);
    assert_eq!((outcome.mended.len(), outcome.packs), (1, at_vault.len() as u64 - 1));
    holds(&replica, &[(one, &first)]);
    check(&root);
}

#[test]
fn both_sides_forget_and_prune_on_their_own() {
    let place = Place::new();
    let (first, second) = disks();
    let (one, two) = (place.backup(&first).point, place.backup(&second).point);
    let root = place.path("replica");
    let replica = place.vault.replica_in(&root).unwrap();
    replicate(&place.vault, &replica);
    // The vault gives a point up, and copies what is left into new packs.
    place.vault.forget(&[one]).unwrap();
    assert!(prune(&place.vault, Duration::ZERO).deleted.packs > 0);
    let third = noise(4 * CHUNK, 30);
    let three = place.backup(&third).point;
    let outcome = replicate(&place.vault, &replica);
    assert_eq!(outcome.points, 1);
    holds(&replica, &[(one, &first), (two, &second), (three, &third)]);
    check(&root);
    // The replica gives up the same, in its own time; neither then brings the other's packs.
    replica.forget(&[one]).unwrap();
    assert!(prune(&replica, Duration::ZERO).deleted.packs > 0);
    let outcome = replicate(&place.vault, &replica);
    assert_eq!((outcome.points, outcome.packs), (0, 0));
    let four = place.backup(&second).point;
    let outcome = replicate(&place.vault, &replica);
    // Of the disk nothing is new.
    assert!(outcome.points == 1 && outcome.packs <= 2 && outcome.read_bytes < 10_000, "{outcome:?}");
    holds(&replica, &[(two, &second), (three, &third), (four, &second)]);
    check(&root);
}

#[test]
fn a_pack_that_the_replica_has_condemned_is_stored_under_a_new_name() {
    let place = Place::new();
    let (first, second) = disks();
    let (one, two) = (place.backup(&first).point, place.backup(&second).point);
    let root = place.path("replica");
    let replica = place.vault.replica_in(&root).unwrap();
    replicate(&place.vault, &replica);
    replica.forget(&[two]).unwrap();
    let condemned = prune(&replica, Duration::from_hours(24)).condemned;
    assert!(condemned.packs > 0);
    let lists = fs::read_dir(root.join("condemned")).unwrap().count();
    let outcome = replicate(&place.vault, &replica);
    assert!(outcome.points == 1 && outcome.packs > 0, "{outcome:?}");
    assert_eq!(fs::read_dir(root.join("condemned")).unwrap().count(), lists);
    holds(&replica, &[(one, &first), (two, &second)]);
    // The grace is over: what was condemned goes, and nothing that is needed.
    assert_eq!(prune(&replica, Duration::ZERO).deleted.packs, condemned.packs);
    holds(&replica, &[(one, &first), (two, &second)]);
    check(&root);
}

#[test]
fn a_point_is_restored_from_a_replica_where_the_vault_has_lost_it() {
    let place = Place::new();
    let (first, second) = disks();
    let (one, two) = (place.backup(&first).point, place.backup(&second).point);
    let replica = place.vault.replica_in(&place.path("replica")).unwrap();
    replicate(&place.vault, &replica);
    // Every pack is damaged or gone, those of trees too.
    for (number, pack) in packs(&place.root()).iter().enumerate() {
        if number % 2 == 0 { fs::remove_file(pack).unwrap() } else { overwrite(pack) }
    }
    let alone = Repository::open_with(&place.root(), &password(), &settings()).unwrap();
    let (_, lost) = support::try_restore(&alone, two, "disk0");
    assert!(matches!(lost, Err(RestoreError::Read(ReadError::Damaged(_)))), "{lost:?}");
    let (notes, out) = (Notes::default(), place.path("out"));
    let helped = alone.with_replicas(vec![replica.clone()]);
    for (point, disk) in [(one, &first), (two, &second)] {
        helped
            .restore_to_path((point, "disk0"), (&out, engine::ImageFormat::Raw, false), &notes, &Cancel::new())
            .unwrap();
        assert!(fs::read(&out).unwrap() == *disk);
        fs::remove_file(&out).unwrap();
    }
    let notes = notes.0.into_inner().unwrap();
    assert!(notes.len() == 2 && notes[0].contains("from a replica"), "{notes:?}");
    assert_eq!(fs::read_dir(place.path("replica").join("locks")).unwrap().count(), 0);
    // A replica that has not got it either does not hide what is wrong.
    let empty = alone.replica(Arc::new(Memory::new())).unwrap();
    let (_, lost) = support::try_restore(&alone.with_replicas(vec![empty]), two, "disk0");
    assert!(matches!(lost, Err(RestoreError::Read(ReadError::Damaged(_)))), "{lost:?}");
}

#[test]
fn a_cancelled_one_leaves_no_lock_and_the_next_goes_on() {
    let place = Place::new();
    let disk = noise(80 * CHUNK, 4);
    let point = place.backup(&disk).point;
    let root = place.path("replica");
    let replica = place.vault.replica_in(&root).unwrap();
    // In the midst of the packs: locking takes about ten operations of the replica's store.
    let cancel = Cancel::new();
    let flag = cancel.clone();
    let ask = move |number| {
        if number == 20 {
            flag.cancel();
        }
        Step::Go
    };
    let slow = place.vault.replica(Arc::new(Stepped::new(LocalDir::new(&root), ask))).unwrap();
    let cancelled = place.vault.replicate(&slow, ReplicateRequest::default(), &NoProgress, &cancel);
    assert!(matches!(cancelled, Err(ReplicateError::Cancelled)), "{cancelled:?}");
    for vault in [place.root(), root.clone()] {
        assert_eq!(fs::read_dir(vault.join("locks")).unwrap().count(), 0);
    }
    let copied = packs(&root).len() as u64;
    let all = packs(&place.root()).len() as u64;
    assert!(copied > 0 && copied < all, "{copied} of {all}");
    assert!(replica.points().unwrap().is_empty());
    assert_eq!(replicate(&place.vault, &replica).packs, all - copied);
    holds(&replica, &[(point, &disk)]);
    check(&root);
}

#[test]
fn a_backup_into_the_replica_goes_on_where_the_vault_was_lost() {
    let place = Place::new();
    let (first, second) = disks();
    let one = place.backup(&first).point;
    let root = place.path("replica");
    replicate(&place.vault, &place.vault.replica_in(&root).unwrap());
    fs::remove_dir_all(place.root()).unwrap();
    let replica = Repository::open_with(&root, &password(), &settings()).unwrap();
    let image = place.path("image");
    fs::write(&image, &second).unwrap();
    let two = replica.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap();
    assert_eq!((two.parent, two.new_bytes), (Some(one), 4 * CHUNK as u64));
    assert!(replica.points().unwrap().iter().all(|point| point.machine_id == MACHINE));
    holds(&replica, &[(one, &first), (two.point, &second)]);
    check(&root);
}

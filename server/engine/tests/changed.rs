//! Increments from a list of changed extents: the same point as if the disk had been read whole, at the price of what changed.
#![allow(clippy::unwrap_used)]

#[path = "support/stepped.rs"]
mod stepped;
mod support;

use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;

use engine::source::{Extent, open_raw_path};
use engine::store::LocalDir;
use engine::{
    BackupDisk, BackupError, BackupOutcome, Cancel, ChangedExtents, ChangedFile, NoProgress, PointId, Repository,
};
use proptest::prelude::*;
use stepped::{Step, Stepped};
use support::{CHUNK, Place, noise, password, request_for, settings, text};

fn extent(offset: usize, len: usize) -> Extent {
    Extent { offset: offset as u64, len: len as u64 }
}

fn changed(parent: PointId, image: &Path, extents: &[Extent]) -> ChangedExtents {
    ChangedExtents { parent, size_bytes: fs::metadata(image).unwrap().len(), extents: extents.to_vec() }
}

fn back_up(vault: &Repository, image: &Path, changed: ChangedExtents) -> Result<BackupOutcome, BackupError> {
    let disk =
        BackupDisk { changed: Some(changed), ..BackupDisk::whole("disk0", Box::new(open_raw_path(image).unwrap())) };
    vault.backup(request_for(vec![disk]), &NoProgress, &Cancel::new())
}

#[test]
fn an_increment_reads_and_stores_what_changed() {
    let place = Place::new();
    let mut disk = noise(3 * CHUNK, 1);
    disk.resize(80 << 20, 0);
    disk.extend(text(5 * CHUNK + 700, 2));
    let first = place.backup(&disk);
    let old = disk.clone();
    // Beginning in the middle of a chunk and ending in the next one; and one byte at the very end.
    let at = CHUNK + 1000;
    disk[at..at + CHUNK].copy_from_slice(&noise(CHUNK, 9));
    *disk.last_mut().unwrap() ^= 1;
    let image = place.path("image.raw");
    fs::write(&image, &disk).unwrap();
    let extents = [extent(disk.len() - 1, 1), extent(at, CHUNK), extent(at + 5, 10), extent(7, 0)];
    let second = back_up(&place.vault, &image, changed(first.point, &image, &extents)).unwrap();
    assert_eq!((second.parent, second.read_bytes), (Some(first.point), 2 * CHUNK as u64 + 700));
    assert_eq!(second.new_bytes, second.read_bytes);
    place.check();
    assert!(place.restore(first.point, "disk0") == old);
    assert!(place.restore(second.point, "disk0") == disk);
    // Read whole, it is the same disk: nothing of it is new.
    let whole = place.backup_path(&image).unwrap();
    assert_eq!(whole.new_bytes, 0);
    assert_eq!(tree_of_disk(&place, whole.point), tree_of_disk(&place, second.point));
}

/// The folder of the disk with the ids of its groups, as restic shows it.
fn tree_of_disk(place: &Place, point: PointId) -> String {
    place.restic(&["cat", "tree", &format!("{point}:/disks/disk0")])
}

#[test]
fn what_became_a_hole_is_zeros_and_is_not_read() {
    let place = Place::new();
    let disk = noise(8 * CHUNK, 1);
    let first = place.backup(&disk);
    let image = place.path("image.raw");
    let file = File::create(&image).unwrap();
    file.set_len(disk.len() as u64).unwrap();
    file.write_all_at(&disk[..4 * CHUNK], 0).unwrap();
    let second = back_up(&place.vault, &image, changed(first.point, &image, &[extent(3 * CHUNK, 5 * CHUNK)])).unwrap();
    assert_eq!(second.read_bytes, CHUNK as u64);
    place.check();
    assert!(place.restore(second.point, "disk0") == fs::read(&image).unwrap());
}

#[test]
fn a_wrong_base_is_refused_and_nothing_is_stored() {
    let place = Place::new();
    let disk = noise(4 * CHUNK, 1);
    let image = place.path("image.raw");
    fs::write(&image, &disk).unwrap();
    let oldest = place.backup_path(&image).unwrap().point;
    let newest = place.backup_path(&image).unwrap().point;
    let good = changed(newest, &image, &[extent(0, CHUNK)]);
    let before = place.vault.usage().unwrap();
    let with = |change: &dyn Fn(&mut ChangedExtents)| {
        let mut changed = good.clone();
        change(&mut changed);
        changed
    };
    let wrong = [
        ("not the newest", with(&|c| c.parent = oldest)),
        ("no point at all", with(&|c| c.parent = "ab".repeat(32).parse().unwrap())),
        ("another size", with(&|c| c.size_bytes += 512)),
        ("outside", with(&|c| c.extents = vec![extent(4 * CHUNK - 1, 2)])),
        ("without an end", with(&|c| c.extents = vec![Extent { offset: 5, len: u64::MAX }])),
    ];
    for (what, changed) in wrong {
        let error = back_up(&place.vault, &image, changed).unwrap_err();
        assert!(matches!(&error, BackupError::WrongBase { disk, .. } if disk == "disk0"), "{what}: {error:?}");
    }
    let grown = place.path("grown.raw");
    fs::write(&grown, noise(5 * CHUNK, 1)).unwrap();
    let error = back_up(&place.vault, &grown, good.clone()).unwrap_err();
    assert!(matches!(error, BackupError::WrongBase { .. }), "{error:?}");
    let other = BackupDisk {
        changed: Some(good.clone()),
        ..BackupDisk::whole("disk1", Box::new(open_raw_path(&image).unwrap()))
    };
    let error = place.vault.backup(request_for(vec![other]), &NoProgress, &Cancel::new()).unwrap_err();
    assert!(matches!(error, BackupError::WrongBase { .. }), "{error:?}");
    assert_eq!(place.vault.usage().unwrap(), before);
    back_up(&place.vault, &image, good).unwrap();
}

#[test]
fn a_list_is_a_document() {
    let parent = "0f".repeat(32);
    let json = format!(
        r#"{{"parent": "{parent}", "disk": "disk0", "size": 8589934592, "extents": [[0, 65536], [131072, 7]]}}"#
    );
    let file: ChangedFile = serde_json::from_str(&json).unwrap();
    let list = ChangedExtents::from(file);
    assert_eq!((list.parent.to_string(), list.size_bytes), (parent, 8_589_934_592));
    assert_eq!(list.extents, [extent(0, 65_536), extent(131_072, 7)]);
    for wrong in ["{}", r#"{"parent": "x", "disk": "d", "size": 1, "extents": []}"#, &json.replace("65536", "-1")] {
        assert!(serde_json::from_str::<ChangedFile>(wrong).is_err(), "{wrong}");
    }
}

/// What an increment of these changes costs on a sparse disk of this size: operations of the store, and bytes read.
fn cost(size: u64) -> (u64, u64) {
    let place = Place::new();
    let image = place.path("sparse.raw");
    let file = File::create(&image).unwrap();
    file.set_len(size).unwrap();
    file.write_all_at(&noise(4 * CHUNK, 1), 1 << 20).unwrap();
    let first = place.backup_path(&image).unwrap().point;
    let places = [3 << 20, 70 << 20, 7 << 30];
    for (seed, offset) in places.into_iter().enumerate() {
        file.write_all_at(&noise(CHUNK, 40 + seed as u64), offset).unwrap();
    }
    let extents: Vec<Extent> = places.iter().map(|offset| Extent { offset: *offset, len: CHUNK as u64 }).collect();
    let store = Arc::new(Stepped::new(LocalDir::new(place.root()), |_| Step::Go));
    let vault = Repository::open_store(store.clone(), &password(), &settings()).unwrap();
    let opened = store.count();
    let outcome = back_up(&vault, &image, changed(first, &image, &extents)).unwrap();
    let done = store.count() - opened;
    let stored = vault.points().unwrap();
    assert_eq!(stored.last().unwrap().id, outcome.point);
    (done, outcome.read_bytes)
}

#[test]
fn the_disks_size_costs_next_to_nothing() {
    let (small, small_read) = cost(8 << 30);
    let (large, large_read) = cost(200 << 30);
    assert_eq!((small_read, large_read), (3 * CHUNK as u64, 3 * CHUNK as u64));
    // A folder of 16 GiB each is looked up, and the folder above them.
    assert!(large - small <= 200 / 16 + 1, "{small} operations became {large}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is written and trimmed, and however coarsely it is told, the increment is the disk.
    #[test]
    fn any_changes_give_the_disk(
        writes in proptest::collection::vec((0_usize..40 * CHUNK, 1_usize..3 * CHUNK, any::<u64>(), any::<bool>()), 0..12),
        grain in prop_oneof![Just(1_usize), Just(512), Just(65_536), Just(1 << 20)],
    ) {
        let place = Place::new();
        let mut disk = noise(10 * CHUNK, 3);
        disk.resize(30 * CHUNK, 0);
        disk.extend(text(10 * CHUNK + 321, 4));
        let first = place.backup(&disk).point;
        let mut extents = Vec::new();
        for (offset, len, seed, trimmed) in writes {
            let end = (offset + len).min(disk.len());
            let bytes = if trimmed { vec![0; end - offset] } else { noise(end - offset, seed) };
            disk[offset..end].copy_from_slice(&bytes);
            let (from, to) = (offset / grain * grain, end.div_ceil(grain) * grain);
            extents.push(extent(from, to.min(disk.len()) - from));
        }
        let image = place.path("image.raw");
        fs::write(&image, &disk).unwrap();
        let second = back_up(&place.vault, &image, changed(first, &image, &extents)).unwrap();
        prop_assert!(place.restore(second.point, "disk0") == disk);
    }
}

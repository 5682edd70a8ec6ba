//! Restoring in the order of the packs, going on with what was begun, and reading a disk in place.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs::{self, File, OpenOptions};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use engine::format::Id;
use engine::source::DiskSource as _;
use engine::store::{FileKind, FileName, Memory, Store, StoreError};
use engine::{
    Cancel, ImageFormat, NoProgress, PointId, Repository, RestoreError, RestoreOutcome, RestoreRequest, RestoreTarget,
    copy_image,
};
use support::{CHUNK, Place, new_file, noise, password, request, settings, text};

/// Counts what is read from packs.
#[derive(Default)]
struct Counted {
    inner: Memory,
    reads: AtomicU64,
    bytes: AtomicU64,
}

impl Store for Counted {
    fn put(&self, name: FileName, bytes: &[u8]) -> Result<(), StoreError> {
        self.inner.put(name, bytes)
    }

    fn get(&self, name: FileName) -> Result<Vec<u8>, StoreError> {
        self.inner.get(name)
    }

    fn get_range(&self, name: FileName, offset: u64, bytes: &mut [u8]) -> Result<(), StoreError> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        self.bytes.fetch_add(bytes.len() as u64, Ordering::SeqCst);
        self.inner.get_range(name, offset, bytes)
    }

    fn list(&self, kind: FileKind) -> Result<Vec<(Id, u64)>, StoreError> {
        self.inner.list(kind)
    }

    fn head(&self, name: FileName) -> Result<u64, StoreError> {
        self.inner.head(name)
    }

    fn delete(&self, name: FileName) -> Result<(), StoreError> {
        self.inner.delete(name)
    }
}

fn restore_into(vault: &Repository, point: PointId, file: File, begun: bool) -> Result<RestoreOutcome, RestoreError> {
    let target = RestoreTarget { file, format: ImageFormat::Raw, begun };
    vault.restore(RestoreRequest { point, disk: "disk0".to_owned(), target }, &NoProgress, &Cancel::new())
}

fn edit(path: &Path) -> File {
    OpenOptions::new().read(true).write(true).open(path).unwrap()
}

/// Text, noise, holes, one chunk in many places, and a short end.
fn mixed_disk() -> Vec<u8> {
    let mut disk = noise(5 * CHUNK, 1);
    disk.extend(text(6 * CHUNK, 2));
    disk.extend(vec![0; 9 * CHUNK]);
    for _ in 0..4 {
        disk.extend(noise(CHUNK, 3));
    }
    disk.extend(noise(CHUNK / 3, 4));
    disk
}

#[test]
fn neighbours_in_a_pack_are_read_together_and_each_once() {
    let dir = tempfile::tempdir().unwrap();
    let store = Arc::new(Counted::default());
    let vault = Repository::init_store(store.clone(), &password(), &settings()).unwrap();
    // 64 chunks, and all of them a second time.
    let mut disk = noise(64 * CHUNK, 1);
    disk.extend_from_within(..);
    let image = dir.path().join("image.raw");
    fs::write(&image, &disk).unwrap();
    let point = vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap().point;
    let before = (store.reads.load(Ordering::SeqCst), store.bytes.load(Ordering::SeqCst));
    let restored = dir.path().join("restored.raw");
    let outcome = restore_into(&vault, point, new_file(&restored), false).unwrap();
    assert!(fs::read(&restored).unwrap() == disk);
    assert_eq!(outcome.read_bytes, disk.len() as u64);
    let reads = store.reads.load(Ordering::SeqCst) - before.0;
    let bytes = store.bytes.load(Ordering::SeqCst) - before.1;
    assert!(reads < 40, "{reads} reads for 64 blobs in packs of 1 MiB");
    assert!(bytes < 66 * CHUNK as u64, "{bytes} bytes for 64 chunks");
}

#[test]
fn a_begun_restore_reads_only_what_is_missing_or_wrong() {
    let place = Place::new();
    let disk = mixed_disk();
    let point = place.backup(&disk).point;
    let path = place.path("target.raw");
    let begun = |content: &[u8]| {
        fs::write(&path, content).unwrap();
        let outcome = restore_into(&place.vault, point, edit(&path), true).unwrap();
        assert!(fs::read(&path).unwrap() == disk);
        outcome.read_bytes
    };
    assert_eq!(begun(&disk), 0, "it was whole");
    assert_eq!(begun(&disk[..2 * CHUNK]), (disk.len() - 11 * CHUNK) as u64, "two chunks and the holes were there");
    let mut wrong = disk.clone();
    wrong[3 * CHUNK + 17] ^= 1;
    // A hole that is none.
    wrong[12 * CHUNK + 5] = 1;
    *wrong.last_mut().unwrap() ^= 1;
    assert_eq!(begun(&wrong), (CHUNK + CHUNK / 3) as u64);
    assert_eq!(begun(&noise(disk.len() + 12345, 9)), (disk.len() - 9 * CHUNK) as u64, "somebody else's file");
    assert_eq!(begun(&[]), (disk.len() - 9 * CHUNK) as u64, "nothing was written yet");
}

#[test]
fn only_a_raw_image_is_gone_on_with() {
    let place = Place::new();
    let point = place.backup(&noise(3 * CHUNK, 1)).point;
    let path = place.path("target.qcow2");
    fs::write(&path, b"a part of an image").unwrap();
    let target = RestoreTarget { file: edit(&path), format: ImageFormat::Qcow2, begun: true };
    let request = RestoreRequest { point, disk: "disk0".to_owned(), target };
    let error = place.vault.restore(request, &NoProgress, &Cancel::new()).unwrap_err();
    assert!(matches!(error, RestoreError::TargetNotEmpty), "{error:?}");
    assert_eq!(fs::read(&path).unwrap(), b"a part of an image");
}

#[test]
fn a_restore_to_a_path_goes_on_where_one_was_cut_off() {
    let place = Place::new();
    let disk = noise(6 * CHUNK, 1);
    let point = place.backup(&disk).point;
    let path = place.path("target.raw");
    let restore = |begun: bool| {
        place.vault.restore_to_path((point, "disk0"), (&path, ImageFormat::Raw, begun), &NoProgress, &Cancel::new())
    };
    fs::write(&path, &disk[..4 * CHUNK]).unwrap();
    assert!(matches!(restore(false).unwrap_err(), RestoreError::TargetNotEmpty));
    assert_eq!(restore(true).unwrap().read_bytes, 2 * CHUNK as u64);
    assert!(fs::read(&path).unwrap() == disk);
    fs::remove_file(&path).unwrap();
    assert_eq!(restore(true).unwrap().read_bytes, 6 * CHUNK as u64, "nothing to go on with is no fault");
    assert!(fs::read(&path).unwrap() == disk);
    // A link would lead the writing elsewhere.
    let other = place.path("other.raw");
    fs::write(&other, b"precious").unwrap();
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink(&other, &path).unwrap();
    assert!(matches!(restore(true).unwrap_err(), RestoreError::Target(_)));
    assert_eq!(fs::read(&other).unwrap(), b"precious");
}

#[test]
fn a_disk_is_read_anywhere() {
    let place = Place::new();
    let disk = mixed_disk();
    let point = place.backup(&disk).point;
    let reader = place.vault.open_disk(point, "disk0", &NoProgress).unwrap();
    assert_eq!(reader.size(), disk.len() as u64);
    let mut random = noise(4000, 77).into_iter();
    let mut next = || u32::from_le_bytes(std::array::from_fn(|_| random.next().unwrap())) as usize;
    for _ in 0..200 {
        let start = next() % disk.len();
        let end = (start + next() % (3 * CHUNK)).min(disk.len());
        let mut part = vec![0xaa; end - start];
        reader.read_at(start as u64, &mut part).unwrap();
        assert!(part == disk[start..end], "{start}..{end}");
    }
    for (offset, len) in [(disk.len() as u64, 1), (disk.len() as u64 - 5, 6), (u64::MAX, 2)] {
        assert!(reader.read_at(offset, &mut vec![0; len]).is_err(), "{offset}");
    }
    reader.read_at(disk.len() as u64, &mut []).unwrap();
    let copy = place.path("copy.raw");
    copy_image(&reader, new_file(&copy), ImageFormat::Raw).unwrap();
    assert!(fs::read(&copy).unwrap() == disk);
    let data: u64 = reader.allocated().unwrap().iter().map(|extent| extent.len).sum();
    assert_eq!(data, (disk.len() - 9 * CHUNK) as u64);
}

#[test]
fn what_was_read_lately_is_not_read_again() {
    let dir = tempfile::tempdir().unwrap();
    let store = Arc::new(Counted::default());
    let vault = Repository::init_store(store.clone(), &password(), &settings()).unwrap();
    let image = dir.path().join("image.raw");
    fs::write(&image, noise(100 * CHUNK, 1)).unwrap();
    let point = vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap().point;
    let reader = vault.open_disk(point, "disk0", &NoProgress).unwrap();
    let count = |chunk: usize| {
        let before = store.reads.load(Ordering::SeqCst);
        for sector in 0..8 {
            reader.read_at((chunk * CHUNK + sector * 512) as u64, &mut [0; 512]).unwrap();
        }
        store.reads.load(Ordering::SeqCst) - before
    };
    assert!(count(0) > 0);
    assert_eq!((count(0), count(1)), (0, 1));
    for chunk in 2..100 {
        assert_eq!(count(chunk), 1, "{chunk}");
    }
    assert_eq!(count(0), 1, "what was read long ago is not kept for ever");
}

#[test]
fn a_damaged_chunk_is_an_error_by_name_wherever_it_is_read() {
    let place = Place::new();
    let disk = noise(40 * CHUNK, 1);
    let point = place.backup(&disk).point;
    let pack = fs::read_dir(place.root().join("data"))
        .unwrap()
        .flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap())
        .map(|entry| entry.unwrap().path())
        .max_by_key(|path| fs::metadata(path).unwrap().len())
        .unwrap();
    let mut bytes = fs::read(&pack).unwrap();
    bytes[1000] ^= 1;
    let mut permissions = fs::metadata(&pack).unwrap().permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o600);
    fs::set_permissions(&pack, permissions).unwrap();
    fs::write(&pack, bytes).unwrap();
    let error = restore_into(&place.vault, point, new_file(&place.path("out.raw")), false).unwrap_err();
    assert!(
        matches!(&error, RestoreError::Read(engine::ReadError::Damaged(damage)) if damage.what.contains("data blob")),
        "{error:?}"
    );
    let reader = place.vault.open_disk(point, "disk0", &NoProgress).unwrap();
    let mut wrong = 0;
    for chunk in 0..40 {
        let mut part = vec![0; CHUNK];
        match reader.read_at((chunk * CHUNK) as u64, &mut part) {
            Ok(()) => assert!(part == disk[chunk * CHUNK..(chunk + 1) * CHUNK]),
            Err(error) => {
                assert!(matches!(error, RestoreError::Read(engine::ReadError::Damaged(_))), "{error:?}");
                wrong += 1;
            }
        }
    }
    assert_eq!(wrong, 1);
}

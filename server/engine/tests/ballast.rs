//! The room that is kept for taking away: what it is on a disk, and who may use it.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use engine::format::Id;
use engine::store::{FileKind, FileName, Memory, Store, StoreError};
use engine::{BackupError, BackupOutcome, Cancel, NoProgress, PruneRequest, Repository, Settings};
use support::{CHUNK, noise, password, request, settings, try_restore};

const BALLAST_BYTES: u64 = 4 << 20;

/// A store that takes nothing any more once it is full, until its reserve is given up.
#[derive(Default)]
struct Tight {
    inner: Memory,
    full: AtomicBool,
    given_up: AtomicUsize,
}

impl Store for Tight {
    fn put(&self, name: FileName, bytes: &[u8]) -> Result<(), StoreError> {
        if self.full.load(Ordering::SeqCst) {
            return Err(StoreError::Full { name, source: io::Error::from(io::ErrorKind::StorageFull) });
        }
        self.inner.put(name, bytes)
    }

    fn get(&self, name: FileName) -> Result<Vec<u8>, StoreError> {
        self.inner.get(name)
    }

    fn get_range(&self, name: FileName, offset: u64, bytes: &mut [u8]) -> Result<(), StoreError> {
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

    fn give_up_reserve(&self) -> Result<bool, StoreError> {
        self.given_up.fetch_add(1, Ordering::SeqCst);
        Ok(self.full.swap(false, Ordering::SeqCst))
    }
}

fn back_up(vault: &Repository, folder: &Path, disk: &[u8]) -> Result<BackupOutcome, BackupError> {
    let image = folder.join("image.raw");
    fs::write(&image, disk).unwrap();
    vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new())
}

#[test]
fn what_takes_away_uses_the_reserve_and_a_backup_does_not() {
    let dir = tempfile::tempdir().unwrap();
    let store = Arc::new(Tight::default());
    let vault = Repository::init_store(store.clone(), &password(), &settings()).unwrap();
    let disks = [noise(6 * CHUNK, 1), noise(7 * CHUNK, 2)];
    let points: Vec<_> = disks.iter().map(|disk| back_up(&vault, dir.path(), disk).unwrap().point).collect();
    let fill = || store.full.store(true, Ordering::SeqCst);
    let given_up = || store.given_up.load(Ordering::SeqCst);
    fill();
    let error = back_up(&vault, dir.path(), &noise(8 * CHUNK, 3)).unwrap_err();
    assert!(error.is_full() && given_up() == 0, "{error:?}");
    vault.forget(&points[..1]).unwrap();
    assert_eq!(given_up(), 1);
    fill();
    let now = DateTime::<Utc>::from(std::time::SystemTime::now());
    let prune = PruneRequest { unused_percent_max: 0, grace: Duration::ZERO, ..PruneRequest::at(now) };
    let pruned = vault.prune(&prune, &NoProgress, &Cancel::new()).unwrap();
    assert!(pruned.deleted.packs > 0 && pruned.plan.to_copy.packs == 0, "room for copies there is none: {pruned:?}");
    assert_eq!(given_up(), 2);
    fill();
    vault.repair(Duration::ZERO, &NoProgress, &Cancel::new()).unwrap();
    assert_eq!(given_up(), 3);
    let (bytes, restored) = try_restore(&vault, points[1], "disk0");
    restored.unwrap();
    assert!(bytes == disks[1]);
}

#[test]
fn a_folder_keeps_a_ballast_that_takes_its_room_and_restic_does_not_mind() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("vault");
    let settings = Settings { ballast_bytes: BALLAST_BYTES, ..settings() };
    Repository::init_with(&root, &password(), &settings).unwrap();
    let ballast = root.join("ballast");
    let is_whole = || {
        let metadata = fs::metadata(&ballast).unwrap();
        assert_eq!(metadata.len(), BALLAST_BYTES);
        assert!(metadata.blocks() * 512 >= BALLAST_BYTES, "it takes its room now: {} blocks", metadata.blocks());
    };
    is_whole();
    let checked = support::restic(&root, &["check", "--read-data"]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    // It is made again when the vault is opened.
    fs::remove_file(&ballast).unwrap();
    Repository::open_with(&root, &password(), &settings).unwrap();
    is_whole();
}

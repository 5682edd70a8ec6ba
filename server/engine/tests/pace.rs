//! How hard a vault compresses, and how fast it may go.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::num::NonZeroU64;
use std::sync::Arc;
use std::time::Duration;

use engine::format::Id;
use engine::store::{FileKind, FileName, Memory, Store, StoreError};
use engine::{
    BackupError, Cancel, Compression, NoProgress, Progress, RateLimit, ReadPacks, Repository, Settings, Update,
    VerifyRequest,
};
use support::{CHUNK, noise, password, request, settings};

/// A store that takes far longer for a pack than compressing it takes.
#[derive(Default)]
struct Slow(Memory);

impl Store for Slow {
    fn put(&self, name: FileName, bytes: &[u8]) -> Result<(), StoreError> {
        if name.kind == FileKind::Pack {
            // What it stands for is a slow wire: there is nothing to wait for.
            std::thread::sleep(Duration::from_millis(150));
        }
        self.0.put(name, bytes)
    }

    fn get(&self, name: FileName) -> Result<Vec<u8>, StoreError> {
        self.0.get(name)
    }

    fn get_range(&self, name: FileName, offset: u64, bytes: &mut [u8]) -> Result<(), StoreError> {
        self.0.get_range(name, offset, bytes)
    }

    fn list(&self, kind: FileKind) -> Result<Vec<(Id, u64)>, StoreError> {
        self.0.list(kind)
    }

    fn head(&self, name: FileName) -> Result<u64, StoreError> {
        self.0.head(name)
    }

    fn delete(&self, name: FileName) -> Result<(), StoreError> {
        self.0.delete(name)
    }
}

/// Lines of a log: the harder one tries, the shorter they get.
fn log(len: usize) -> Vec<u8> {
    let numbers = noise(len, 5);
    let mut text = Vec::with_capacity(len + 100);
    for number in numbers.as_chunks::<4>().0 {
        let number = u32::from_le_bytes(*number);
        let (user, page, took) = (number % 97, (number >> 8) % 1009, (number >> 20) % 500);
        let line = format!("GET /users/{user}/pages/{page}.html 200 served to user-{user} in {took} ms, page {page}\n");
        text.extend_from_slice(line.as_bytes());
        if text.len() >= len {
            break;
        }
    }
    text.truncate(len);
    text
}

/// What a backup of this disk takes in the vault, in bytes.
fn stored(store: Arc<dyn Store>, compression: Compression, disk: &[u8]) -> u64 {
    let dir = tempfile::tempdir().unwrap();
    let image = dir.path().join("image.raw");
    fs::write(&image, disk).unwrap();
    // A pack for every two or three chunks: there is something to learn from soon.
    let settings = Settings { compression, pack_bytes: 64 << 10, ..settings() };
    let vault = Repository::init_store(store, &password(), &settings).unwrap();
    let outcome = vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap();
    let report = vault.verify(VerifyRequest { read: ReadPacks::All }, &NoProgress, &Cancel::new()).unwrap();
    assert_eq!(report.problems.len(), 0);
    outcome.stored_bytes
}

#[test]
fn a_higher_level_stores_less() {
    let disk = log(8 * CHUNK);
    let sizes = [3, 9, 19].map(|level| stored(Arc::new(Memory::new()), Compression::Level(level), &disk));
    assert!(sizes[0] > sizes[1] && sizes[1] > sizes[2], "{sizes:?}");
}

#[test]
fn auto_compresses_harder_while_the_store_is_slow() {
    let disk = log(96 * CHUNK);
    let usual = stored(Arc::new(Memory::new()), Compression::default(), &disk);
    let auto = stored(Arc::new(Slow::default()), Compression::Auto, &disk);
    assert!(auto < usual, "{auto} and {usual} bytes");
}

/// Cancels once something was stored.
struct CancelsOnceStored(Cancel);

impl Progress for CancelsOnceStored {
    fn report(&self, update: Update<'_>) {
        if matches!(update, Update::Stored { bytes } if bytes > 0) {
            self.0.cancel();
        }
    }
}

#[test]
fn a_backup_that_would_take_years_is_cancelled_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let image = dir.path().join("image.raw");
    fs::write(&image, noise(300 * CHUNK, 1)).unwrap();
    let slow = Settings { rate_limit: RateLimit::new(NonZeroU64::MIN), ..settings() };
    let vault = Repository::init_store(Arc::new(Memory::new()), &password(), &slow).unwrap();
    let cancel = Cancel::new();
    let error = vault.backup(request(&[("disk0", &image)]), &CancelsOnceStored(cancel.clone()), &cancel).unwrap_err();
    assert!(matches!(error, BackupError::Cancelled), "{error:?}");
}

#[test]
fn a_limited_vault_backs_up_and_restores_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let (image, disk) = (dir.path().join("image.raw"), noise(20 * CHUNK, 1));
    fs::write(&image, &disk).unwrap();
    let limited = Settings { rate_limit: RateLimit::new(NonZeroU64::new(20 << 20).unwrap()), ..settings() };
    let vault = Repository::init_store(Arc::new(Memory::new()), &password(), &limited).unwrap();
    let point = vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap().point;
    let (bytes, restored) = support::try_restore(&vault, point, "disk0");
    restored.unwrap();
    assert!(bytes == disk);
}

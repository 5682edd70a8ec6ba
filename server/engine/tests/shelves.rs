//! The index on disk: found again, made anew, and never believed when it is not authentic.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs::{self, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use engine::{Cancel, NoProgress, PruneRequest, ReadPacks, Repository, Settings, VerifyRequest};
use support::{CHUNK, noise, password, request, settings};
use tempfile::TempDir;

struct Vault {
    dir: TempDir,
}

impl Vault {
    /// A vault with points of `disks`, each put on shelves as it came.
    fn with(disks: &[Vec<u8>]) -> Self {
        let vault = Vault { dir: tempfile::tempdir().unwrap() };
        let repository = Repository::init_with(&vault.root(), &password(), &vault.settings()).unwrap();
        for disk in disks {
            vault.backup(&repository, disk);
        }
        vault
    }

    fn root(&self) -> PathBuf {
        self.dir.path().join("vault")
    }

    /// Only a handful of blobs stay in memory.
    fn settings(&self) -> Settings {
        Settings { cache: Some(self.dir.path().join("cache")), index_memory: 5, ..settings() }
    }

    fn open(&self) -> Repository {
        Repository::open_with(&self.root(), &password(), &self.settings()).unwrap()
    }

    fn backup(&self, repository: &Repository, disk: &[u8]) -> (engine::PointId, u64) {
        let image = self.dir.path().join("image.raw");
        fs::write(&image, disk).unwrap();
        let outcome = repository.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap();
        (outcome.point, outcome.disks[0].new_bytes)
    }

    /// Backs all disks up again; answers whether that went. Nothing is stored twice.
    fn backs_up(&self, repository: &Repository) -> bool {
        disks().iter().all(|disk| {
            let image = self.dir.path().join("image.raw");
            fs::write(&image, disk).unwrap();
            let backup = repository.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new());
            backup.is_ok_and(|outcome| outcome.disks[0].new_bytes == 0)
        })
    }

    /// The shelves that lie in the cache.
    fn shelves(&self) -> Vec<PathBuf> {
        let folder = fs::read_dir(self.dir.path().join("cache")).unwrap().next().unwrap().unwrap().path();
        let mut shelves: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        shelves.retain(|path| path.extension().is_some_and(|end| end == "shelf"));
        shelves.sort();
        shelves
    }
}

fn disks() -> Vec<Vec<u8>> {
    (1..=8).map(|seed| noise(12 * CHUNK, seed)).collect()
}

fn all_is_well(repository: &Repository, points: usize) {
    let report = repository.verify(VerifyRequest { read: ReadPacks::All }, &NoProgress, &Cancel::new()).unwrap();
    assert_eq!((report.problems.len(), report.snapshots), (0, points as u64), "{report:?}");
}

#[test]
fn shelves_are_few_and_hold_everything() {
    let vault = Vault::with(&disks());
    assert!((1..=5).contains(&vault.shelves().len()), "{:?}", vault.shelves());
    let repository = vault.open();
    for disk in &disks() {
        assert_eq!(vault.backup(&repository, disk).1, 0, "what is there is not stored again");
    }
    all_is_well(&repository, 16);
    let points = repository.points().unwrap();
    for (point, disk) in points.iter().zip(disks().iter().cycle()) {
        let (bytes, restored) = support::try_restore(&repository, point.id, "disk0");
        restored.unwrap();
        assert!(bytes == *disk);
    }
}

#[test]
fn the_next_process_reads_no_index_file_anew() {
    let vault = Vault::with(&disks());
    let first = vault.open();
    let blobs = first.indexed_blobs().unwrap();
    drop(first);
    // Had it to be read, an index that is not authentic would be told.
    for file in files(&vault.root().join("index")) {
        fs::write(file, b"nothing that anybody sealed").unwrap();
    }
    let again = vault.open();
    assert_eq!(again.indexed_blobs().unwrap(), blobs);
    // Whoever verifies looks at the files themselves.
    let report = again.verify(VerifyRequest { read: ReadPacks::None }, &NoProgress, &Cancel::new()).unwrap();
    assert!(!report.problems.is_empty());
}

#[test]
fn what_a_prune_takes_away_is_on_no_shelf_any_more() {
    let vault = Vault::with(&disks());
    let repository = vault.open();
    let points: Vec<_> = repository.points().unwrap().iter().map(|point| point.id).collect();
    repository.forget(&points[..4]).unwrap();
    let now = DateTime::<Utc>::from(std::time::SystemTime::now());
    let prune = PruneRequest { unused_percent_max: 0, grace: std::time::Duration::ZERO, ..PruneRequest::at(now) };
    assert!(repository.prune(&prune, &NoProgress, &Cancel::new()).unwrap().deleted.packs > 0);
    for expected in [4 * 12 * CHUNK as u64, 0] {
        let stored: u64 = disks().iter().take(4).map(|disk| vault.backup(&repository, disk).1).sum();
        assert_eq!(stored, expected);
    }
    drop(repository);
    let repository = vault.open();
    let stored: u64 = disks().iter().map(|disk| vault.backup(&repository, disk).1).sum();
    assert_eq!(stored, 0);
    all_is_well(&repository, 4 + 8 + 8);
}

#[test]
fn a_shelf_that_was_changed_is_never_believed() {
    let vault = Vault::with(&disks());
    for permille in [0, 20, 300, 600, 900, 960, 999, 1000] {
        // Each time another one: what was damaged is made anew.
        let shelf = vault.shelves().into_iter().max_by_key(|path| fs::metadata(path).unwrap().len()).unwrap();
        let at = (fs::metadata(&shelf).unwrap().len() - 1) * permille / 1000;
        let file = OpenOptions::new().read(true).write(true).open(&shelf).unwrap();
        let mut byte = [0];
        file.read_exact_at(&mut byte, at).unwrap();
        file.write_all_at(&[byte[0] ^ 0x40], at).unwrap();
        let repository = vault.open();
        // Either the whole shelf is made anew at once, or its bad block is found when somebody looks there.
        assert!(vault.backs_up(&repository) || vault.backs_up(&repository), "{shelf:?} at {at}");
        all_is_well(&repository, repository.points().unwrap().len());
        assert!(!shelf.exists(), "{shelf:?} at {at}");
    }
}

#[test]
fn a_torn_shelf_a_stranger_and_a_taken_folder_cost_a_loading() {
    let vault = Vault::with(&disks());
    let first = vault.open();
    let blobs = first.indexed_blobs().unwrap();
    // The folder is the first one's; the second keeps its shelves to itself.
    assert_eq!(vault.open().indexed_blobs().unwrap(), blobs);
    drop(first);
    let shelf = vault.shelves().remove(0);
    let length = fs::metadata(&shelf).unwrap().len();
    OpenOptions::new().write(true).open(&shelf).unwrap().set_len(length / 3).unwrap();
    fs::write(shelf.with_file_name("0000.shelf"), b"").unwrap();
    fs::write(shelf.with_file_name(".tmpabc"), b"half of a shelf").unwrap();
    let repository = vault.open();
    assert_eq!(repository.indexed_blobs().unwrap(), blobs);
    assert!(!shelf.with_file_name(".tmpabc").exists());
    all_is_well(&repository, 8);
}

#[test]
fn a_vault_of_another_key_does_not_open_these_shelves() {
    let vault = Vault::with(&disks());
    let other = Vault::with(&disks()[..1]);
    for (ours, name) in vault.shelves().iter().zip(["aa.shelf", "bb.shelf", "cc.shelf", "dd.shelf", "ee.shelf"]) {
        fs::copy(ours, other.shelves()[0].with_file_name(name)).unwrap();
    }
    let repository = other.open();
    assert_eq!(other.backup(&repository, &disks()[7]).1, 12 * CHUNK as u64);
    all_is_well(&repository, 2);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

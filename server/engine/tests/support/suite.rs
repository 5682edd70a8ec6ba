//! What every store must do, whatever it is.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use engine::format::Id;
use engine::store::{FileKind, FileName, Store, StoreError};
use engine::{Cancel, NoProgress, PruneRequest, ReadPacks, Repository, VerifyRequest};

use crate::support::{CHUNK, noise, password, request, settings, try_restore};

const KINDS: [FileKind; 7] = [
    FileKind::Key,
    FileKind::Lock,
    FileKind::Snapshot,
    FileKind::Index,
    FileKind::Pack,
    FileKind::Condemned,
    FileKind::Probe,
];

fn name(kind: FileKind, content: &[u8]) -> FileName {
    kind.file(Id::of(content))
}

pub fn a_file_is_written_once_and_read_whole_and_in_part(store: &dyn Store) {
    for kind in KINDS {
        let content = noise(1000, 1);
        let file = name(kind, &content);
        assert!(matches!(store.get(file), Err(StoreError::Missing { name }) if name == file), "{file}");
        store.put(file, &content).unwrap();
        assert!(matches!(store.put(file, b"other"), Err(StoreError::Exists { name }) if name == file));
        assert!(matches!(store.put(file, &content), Err(StoreError::Exists { .. })), "the same bytes are no excuse");
        assert_eq!((store.get(file).unwrap(), store.head(file).unwrap()), (content.clone(), 1000), "{file}");
        let mut part = [0; 100];
        store.get_range(file, 900, &mut part).unwrap();
        assert_eq!(part, content[900..]);
        store.get_range(file, 1000, &mut []).unwrap();
        for offset in [901, 1000, 1 << 40] {
            let error = store.get_range(file, offset, &mut part).unwrap_err();
            assert!(matches!(error, StoreError::TooShort { .. }), "{offset}: {error:?}");
        }
        let nowhere = store.get_range(name(kind, b"nothing"), 0, &mut part).unwrap_err();
        assert!(matches!(nowhere, StoreError::Missing { .. }), "{nowhere:?}");
    }
}

pub fn a_listing_has_exactly_the_files_of_its_kind(store: &dyn Store) {
    for kind in KINDS {
        assert_eq!(store.list(kind).unwrap(), []);
    }
    store.put(FileName::CONFIG, b"config").unwrap();
    let mut written = Vec::new();
    for seed in 0..40 {
        let content = noise(10 + seed, seed as u64 + 1);
        written.push((Id::of(&content), content.len() as u64));
        store.put(name(FileKind::Pack, &content), &content).unwrap();
    }
    store.put(name(FileKind::Index, b"index"), b"index").unwrap();
    let mut listed = store.list(FileKind::Pack).unwrap();
    listed.sort_unstable();
    written.sort_unstable();
    assert_eq!(listed, written);
    let gone = FileKind::Pack.file(written[0].0);
    store.delete(gone).unwrap();
    assert!(matches!(store.delete(gone), Err(StoreError::Missing { .. })));
    assert!(matches!(store.head(gone), Err(StoreError::Missing { .. })));
    assert_eq!(store.list(FileKind::Pack).unwrap().len(), 39);
}

pub fn of_many_who_write_the_same_name_one_does(store: &dyn Store) {
    let content = noise(100_000, 1);
    let file = name(FileKind::Pack, &content);
    let wrote = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..8).map(|_| scope.spawn(|| store.put(file, &content).is_ok())).collect();
        writers.into_iter().map(|writer| writer.join().unwrap()).filter(|wrote| *wrote).count()
    });
    assert_eq!((wrote, store.get(file).unwrap()), (1, content.clone()));
}

pub fn a_vault_lives_in_it(store: Arc<dyn Store>) {
    let dir = tempfile::tempdir().unwrap();
    let vault = Repository::init_store(store.clone(), &password(), &settings()).unwrap();
    let image = dir.path().join("image.raw");
    let disks = [noise(6 * CHUNK, 1), noise(7 * CHUNK, 2)];
    let points: Vec<_> = disks
        .iter()
        .map(|disk| {
            fs::write(&image, disk).unwrap();
            vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap().point
        })
        .collect();
    vault.forget(&points[..1]).unwrap();
    let now = DateTime::<Utc>::from(std::time::SystemTime::now());
    let prune = PruneRequest { unused_percent_max: 0, grace: Duration::ZERO, ..PruneRequest::at(now) };
    let outcome = vault.prune(&prune, &NoProgress, &Cancel::new()).unwrap();
    assert!(outcome.deleted.packs > 0);
    let again = Repository::open_store(store, &password(), &settings()).unwrap();
    let report = again.verify(VerifyRequest { read: ReadPacks::All }, &NoProgress, &Cancel::new()).unwrap();
    assert_eq!((report.problems.len(), report.snapshots), (0, 1), "{report:?}");
    let (bytes, restored) = try_restore(&again, points[1], "disk0");
    restored.unwrap();
    assert!(bytes == disks[1]);
}

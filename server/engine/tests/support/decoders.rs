//! An entry for each decoder of what a vault, an image or a caller may hold: takes any bytes, must end without a panic and without asking
//! for more memory than it was given. A fuzzer can be given the same ones.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use chrono::DateTime;
use engine::format::{
    Config, IndexFile, KdfCost, KeyFile, LockFile, MasterKey, Sealer, SnapshotFile, Tree, decode_header, header_length,
    open_document, seal_document,
};
use engine::store::{FileKind, FileName, Memory, Store};
use engine::{Cancel, ChangedFile, NoProgress, Password, PruneRequest, Repository, Settings};

/// A decoder's name, and its entry.
pub type Decoder = (&'static str, fn(&[u8]));

pub const ALL: [Decoder; 11] = [
    ("pack_header", pack_header),
    ("document", document),
    ("index", index),
    ("tree", tree),
    ("snapshot", snapshot),
    ("lock", lock),
    ("config", config),
    ("key", key),
    ("qcow2_header", qcow2_header),
    ("changed_extents", changed_extents),
    ("condemned", condemned),
];

static MASTER: LazyLock<MasterKey> = LazyLock::new(|| MasterKey::generate().unwrap());
static SEALER: LazyLock<Sealer> = LazyLock::new(|| Sealer::new(&MASTER).unwrap());

/// The plain header of a pack: sealed here, since nothing else reaches the decoder.
fn pack_header(bytes: &[u8]) {
    let mut sealed = Vec::new();
    SEALER.seal_into(bytes, &mut sealed).unwrap();
    let _ = header_length(bytes, bytes.len() as u64);
    let room = sealed.len() as u64 + 4;
    if let Ok(entries) = decode_header(&SEALER, &mut sealed.clone(), room) {
        assert!(entries.iter().all(|entry| entry.length == 0));
    }
    // With as much of a pack before it as its blobs fill.
    let blobs: u64 =
        bytes.chunks_exact(37).map(|entry| u64::from(u32::from_le_bytes(entry[1..5].try_into().unwrap()))).sum();
    let _ = decode_header(&SEALER, &mut sealed, room + blobs);
}

/// What is sealed in a document: a byte of its encoding, and perhaps compressed bytes.
fn document(bytes: &[u8]) {
    let mut sealed = Vec::new();
    SEALER.seal_into(bytes, &mut sealed).unwrap();
    let _ = open_document(&SEALER, &mut sealed);
    let _ = open_document(&SEALER, &mut bytes.to_vec());
}

fn index(bytes: &[u8]) {
    if let Ok(index) = IndexFile::decode(bytes) {
        assert_eq!(IndexFile::decode(&index.encode().unwrap()).unwrap(), index);
    }
}

fn tree(bytes: &[u8]) {
    let _ = Tree::decode(bytes);
}

fn snapshot(bytes: &[u8]) {
    if let Ok(snapshot) = SnapshotFile::decode(bytes) {
        assert_eq!(SnapshotFile::decode(&snapshot.encode().unwrap()).unwrap(), snapshot);
    }
}

fn lock(bytes: &[u8]) {
    if let Ok(lock) = LockFile::decode(bytes) {
        assert_eq!(LockFile::decode(&lock.encode().unwrap()).unwrap(), lock);
    }
}

fn config(bytes: &[u8]) {
    let _ = Config::decode(bytes);
}

/// Tries the password only where that is cheap.
fn key(bytes: &[u8]) {
    let Ok(key) = serde_json::from_slice::<KeyFile>(bytes) else { return };
    let cost = serde_json::to_value(&key).unwrap();
    let is_cheap = ["N", "r", "p"].iter().all(|field| cost[field].as_u64().is_some_and(|cost| cost <= 64));
    let is_refused = cost["N"].as_u64().is_some_and(|cost| cost > 1 << 30);
    if is_cheap || is_refused {
        let _ = key.unwrap_with("password");
    }
}

fn qcow2_header(bytes: &[u8]) {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
        let memory = PathBuf::from("/dev/shm");
        if memory.is_dir() { memory } else { std::env::temp_dir() }
    });
    let path = FOLDER.join(format!("qcow2-{}-{:?}", std::process::id(), std::thread::current().id()));
    fs::write(&path, bytes).unwrap();
    let _ = engine::source::open_qcow2_path(&path);
    fs::remove_file(&path).unwrap();
}

fn changed_extents(bytes: &[u8]) {
    if let Ok(file) = serde_json::from_slice::<ChangedFile>(bytes) {
        let _ = engine::ChangedExtents::from(file);
    }
}

/// A list of condemned packs, in a vault that holds nothing else.
fn condemned(bytes: &[u8]) {
    let store = Memory::new();
    let cost = KdfCost { log_n: 1, r: 1, p: 1 };
    let key = KeyFile::wrap(&MASTER, "password", cost, DateTime::UNIX_EPOCH, ("", "")).unwrap();
    let put = |kind: FileKind, bytes: &[u8]| store.put(kind.file(engine::format::Id::of(bytes)), bytes).unwrap();
    put(FileKind::Key, &serde_json::to_vec(&key).unwrap());
    put(FileKind::Condemned, &seal_document(&SEALER, bytes).unwrap());
    let mut config = Vec::new();
    SEALER.seal_into(&serde_json::to_vec(&Config::generate().unwrap()).unwrap(), &mut config).unwrap();
    store.put(FileName::CONFIG, &config).unwrap();
    let vault = Repository::open_store(Arc::new(store), &Password::new("password"), &Settings::default()).unwrap();
    let request = PruneRequest::at(DateTime::UNIX_EPOCH);
    vault.prune(&request, &NoProgress, &Cancel::new()).unwrap();
}

//! Files that the stock restic wrote decode to exactly what restic itself says of them. `fixtures/golden/make` made both.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use engine::format::{
    BlobKind, Config, Id, IndexBlob, IndexFile, KeyFile, LockFile, NodeKind, PackEntry, Sealer, SnapshotFile, Tree,
    decode_header, decompress_blob, header_length, open_document,
};
use serde_json::Value;

const PASSWORD: &str = "correct horse";

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/golden")
}

/// The files of a folder of the repository by their names.
fn files(folder: &str) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(golden().join("repository").join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.append(&mut files(&format!("{folder}/{name}")));
        } else {
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    assert!(!found.is_empty(), "{folder} is empty");
    found
}

fn said(name: &str) -> Value {
    serde_json::from_slice(&fs::read(golden().join("said").join(format!("{name}.json"))).unwrap()).unwrap()
}

/// Made once: trying a password is meant to be slow.
static SEALER: LazyLock<Sealer> = LazyLock::new(|| {
    let (name, bytes) = files("keys").pop_first().unwrap();
    assert_eq!(Id::of(&bytes).to_string(), name);
    let key: KeyFile = serde_json::from_slice(&bytes).unwrap();
    Sealer::new(&key.unwrap_with(PASSWORD).unwrap()).unwrap()
});

/// The JSON of a sealed document whose name is its hash.
fn document(name: &str, bytes: &[u8]) -> Vec<u8> {
    assert_eq!(Id::of(bytes).to_string(), name);
    open_document(&SEALER, &mut bytes.to_vec()).unwrap()
}

/// Every field of `ours` is restic's. Fields that we do not know are restic's alone; what we add must be nothing.
fn agrees(ours: &Value, restics: &Value) {
    for (field, value) in ours.as_object().unwrap() {
        let is_nothing = value.is_null() || value == 0 || value == "";
        match restics.get(field) {
            Some(said) => assert_eq!(value, said, "{field}"),
            None => assert!(is_nothing, "restic knows no {field}, which is {value}"),
        }
    }
}

/// The blobs of a pack, in the pack's order.
fn header(bytes: &[u8]) -> Vec<PackEntry> {
    let length = header_length(bytes, bytes.len() as u64).unwrap();
    let end = bytes.len() - 4;
    decode_header(&SEALER, &mut bytes[end - length..end].to_vec(), bytes.len() as u64).unwrap()
}

/// The plain bytes of every blob.
fn blobs() -> BTreeMap<(BlobKind, Id), Vec<u8>> {
    let mut found = BTreeMap::new();
    for bytes in files("data").into_values() {
        for entry in header(&bytes) {
            let (offset, length) = (entry.offset as usize, entry.length as usize);
            let mut sealed = bytes[offset..offset + length].to_vec();
            let opened = SEALER.open_in_place(&mut sealed).unwrap().to_vec();
            let mut plain = Vec::new();
            match entry.raw_length {
                Some(raw) => decompress_blob(&opened, raw as usize, &mut plain).unwrap(),
                None => plain = opened,
            }
            assert_eq!(Id::of(&plain), entry.id);
            found.insert((entry.kind, entry.id), plain);
        }
    }
    found
}

#[test]
fn the_key_and_the_config() {
    let (name, bytes) = files("keys").pop_first().unwrap();
    let key: KeyFile = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(serde_json::to_value(&key).unwrap(), said(&format!("key-{name}")));
    assert!(key.unwrap_with("another").is_err());
    let mut config = fs::read(golden().join("repository/config")).unwrap();
    let config = Config::decode(SEALER.open_in_place(&mut config).unwrap()).unwrap();
    assert_eq!(serde_json::to_value(&config).unwrap(), said("config"));
}

#[test]
fn the_indexes_and_the_headers_of_their_packs() {
    let packs = files("data");
    let mut named = 0;
    for (name, bytes) in files("index") {
        let index = IndexFile::decode(&document(&name, &bytes)).unwrap();
        assert_eq!(serde_json::to_value(&index).unwrap(), said(&format!("index-{name}")));
        for pack in index.packs {
            let bytes = &packs[&pack.id.to_string()];
            assert_eq!(Id::of(bytes), pack.id);
            let mut entries: Vec<IndexBlob> = header(bytes).iter().map(IndexBlob::from).collect();
            entries.sort_by_key(|blob| blob.offset);
            let mut listed = pack.blobs;
            listed.sort_by_key(|blob| blob.offset);
            assert_eq!(entries, listed);
            named += 1;
        }
    }
    assert_eq!(named, packs.len());
}

#[test]
fn the_snapshots_and_the_lock() {
    for (name, bytes) in files("snapshots") {
        let snapshot = SnapshotFile::decode(&document(&name, &bytes)).unwrap();
        let restics = said(&format!("snapshot-{name}"));
        agrees(&serde_json::to_value(&snapshot).unwrap(), &restics);
        // And nothing of restic's is lost on the way that we write ourselves.
        for field in ["time", "tree", "paths", "hostname", "program_version", "summary"] {
            assert!(serde_json::to_value(&snapshot).unwrap().get(field).is_some(), "{field}");
        }
    }
    for (name, bytes) in files("locks") {
        let lock = LockFile::decode(&document(&name, &bytes)).unwrap();
        assert!(!lock.exclusive);
        agrees(&serde_json::to_value(&lock).unwrap(), &said(&format!("lock-{name}")));
    }
}

#[test]
fn the_blobs_and_the_trees() {
    let blobs = blobs();
    let mut listed: Vec<String> = blobs
        .keys()
        .map(|(kind, id)| match kind {
            BlobKind::Data => format!("data {id}"),
            BlobKind::Tree => format!("tree {id}"),
        })
        .collect();
    listed.sort();
    let restics = fs::read_to_string(golden().join("said/blobs.txt")).unwrap();
    assert_eq!(listed, restics.lines().collect::<Vec<_>>());
    for ((kind, id), plain) in &blobs {
        if *kind == BlobKind::Tree {
            let restics = said(&format!("tree-{id}"));
            assert_eq!(serde_json::from_slice::<Value>(plain).unwrap(), restics);
            let nodes = Tree::decode(plain).unwrap().nodes;
            assert_eq!(nodes.len(), restics["nodes"].as_array().unwrap().len());
        }
    }
}

/// Walks our trees and answers what `restic ls` says: path, type, and a file's size.
fn walk(blobs: &BTreeMap<(BlobKind, Id), Vec<u8>>, tree: Id, path: &str, found: &mut BTreeMap<String, (String, u64)>) {
    for node in Tree::decode(&blobs[&(BlobKind::Tree, tree)]).unwrap().nodes {
        let path = format!("{path}/{}", String::from_utf8(node.name).unwrap());
        match node.kind {
            NodeKind::Dir { subtree } => {
                walk(blobs, subtree, &path, found);
                found.insert(path, ("dir".to_owned(), 0));
            }
            NodeKind::File { size_bytes, content } => {
                let bytes: u64 = content.iter().map(|id| blobs[&(BlobKind::Data, *id)].len() as u64).sum();
                assert_eq!(bytes, size_bytes, "{path}");
                found.insert(path, ("file".to_owned(), size_bytes));
            }
            NodeKind::Other => {
                found.insert(path, ("symlink".to_owned(), 0));
            }
        }
    }
}

#[test]
fn what_restic_lists_of_a_snapshot() {
    let blobs = blobs();
    for (name, bytes) in files("snapshots") {
        let snapshot = SnapshotFile::decode(&document(&name, &bytes)).unwrap();
        let mut ours = BTreeMap::new();
        walk(&blobs, snapshot.tree, "", &mut ours);
        let listing = fs::read_to_string(golden().join("said").join(format!("ls-{name}.json"))).unwrap();
        let restics: BTreeMap<String, (String, u64)> = listing
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap())
            .filter(|line| line["message_type"] == "node")
            .map(|node| {
                let text = |field: &str| node[field].as_str().unwrap().to_owned();
                let size = if node["type"] == "file" { node["size"].as_u64().unwrap_or(0) } else { 0 };
                (text("path"), (text("type"), size))
            })
            .collect();
        assert!(!ours.is_empty());
        assert_eq!(ours, restics);
    }
}

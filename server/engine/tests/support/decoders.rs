//! An entry for each decoder of what a vault, an image or a caller may hold: takes any bytes, must end without a panic and without asking
//! for more memory than it was given. Fed by proptest in `decoders.rs`, by libFuzzer in `fuzz.rs`.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

#[path = "small_vault.rs"]
mod small_vault;

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::DateTime;
use engine::format::{
    BlobKind, Config, Id, IndexFile, KeyFile, LockFile, SnapshotFile, Tree, TreeWriter, decode_header, decompress_blob,
    header_length, open_document, seal_document,
};
use engine::store::{BucketPath, FileKind};
use engine::{Cancel, ChangedFile, NoProgress, PruneRequest};
use small_vault::{CONFIG, SEALER, SmallVault};

/// A decoder's name, and its entry.
pub type Decoder = (&'static str, fn(&[u8]));

pub const ALL: [Decoder; 16] = [
    ("pack_header", pack_header),
    ("blob", blob),
    ("document", document),
    ("index", index),
    ("tree", tree),
    ("snapshot", snapshot),
    ("record", record),
    ("geometry", geometry),
    ("lock", lock),
    ("config", config),
    ("key", key),
    ("qcow2_header", qcow2_header),
    ("changed_extents", changed_extents),
    ("condemned", condemned),
    ("shelf", shelf),
    ("address", address),
];

/// The plain rows of a block of a shelf.
const ROWS_BYTES: usize = 84 * 48;

/// In memory, where there is such a folder.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    if memory.is_dir() { memory } else { std::env::temp_dir() }
});

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

/// A compressed blob, behind three bytes of the length that an index says.
fn blob(bytes: &[u8]) {
    let Some(([low, middle, high], compressed)) = bytes.split_first_chunk() else { return };
    let stated = u32::from_le_bytes([*low, *middle, *high, 0]) as usize;
    let mut plain = Vec::new();
    if decompress_blob(compressed, stated, &mut plain).is_ok() {
        assert_eq!(plain.len(), stated);
    }
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
    let vault = SmallVault::new();
    vault.document(FileKind::Condemned, bytes);
    let request = PruneRequest::at(DateTime::UNIX_EPOCH);
    vault.open(None).prune(&request, &NoProgress, &Cancel::new()).unwrap();
}

/// A point's record, `vm.json`; its disks are opened.
fn record(bytes: &[u8]) {
    let mut vault = SmallVault::new();
    let root = root(&mut vault, bytes, &[]);
    let point = vault.point(root);
    let vault = vault.open(None);
    let survey = vault.survey().unwrap();
    assert_eq!(survey.points.len() + survey.damaged.len(), 1);
    for disk in survey.points.iter().flat_map(|point| &point.disks) {
        let _ = vault.open_disk(point, &disk.name, &NoProgress);
    }
}

/// A disk's `geometry.json`; the disk has two chunks of 64 KiB, and is read at both ends.
fn geometry(bytes: &[u8]) {
    let json: Option<serde_json::Value> = serde_json::from_slice(bytes).ok();
    let size = json.and_then(|json| json["size_bytes"].as_u64()).unwrap_or(0);
    let record = format!(
        "{{\"format\":1,\"machine_id\":\"{0}\",\"machine_name\":\"web\",\"recovery_point_id\":\"{0}\",\
          \"time\":\"1970-01-01T00:00:00Z\",\"consistency\":\"crash\",\"parent\":null,\
          \"disks\":[{{\"name\":\"disk0\",\"size_bytes\":{size}}}],\"machine\":null}}",
        "11112222-3333-4444-5555-666677778888"
    );
    let mut vault = SmallVault::new();
    let root = root(&mut vault, record.as_bytes(), bytes);
    let point = vault.point(root);
    let vault = vault.open(None);
    assert_eq!(vault.points().unwrap().len(), 1);
    let Ok(disk) = vault.open_disk(point, "disk0", &NoProgress) else { return };
    let mut part = [0; 100];
    for offset in [0, 65_500, disk.size().saturating_sub(100)] {
        let _ = disk.read_at(offset, &mut part);
    }
}

/// A root folder with this record, and one disk of this geometry.
fn root(vault: &mut SmallVault, record: &[u8], geometry: &[u8]) -> Id {
    let folder = |vault: &mut SmallVault, write: &dyn Fn(&mut TreeWriter)| {
        let mut tree = TreeWriter::new();
        write(&mut tree);
        vault.blob(BlobKind::Tree, &tree.finish())
    };
    let chunk = vault.blob(BlobKind::Data, &vec![7; 1 << 16]);
    let segment = folder(vault, &|tree| tree.file("data", 1 << 17, &[chunk, chunk]).unwrap());
    let group = folder(vault, &|tree| tree.dir("000", segment).unwrap());
    let json = vault.blob(BlobKind::Data, geometry);
    let disk = folder(vault, &|tree| {
        tree.dir("000000", group).unwrap();
        tree.file("geometry.json", geometry.len() as u64, &[json]).unwrap();
    });
    let disks = folder(vault, &|tree| tree.dir("disk0", disk).unwrap());
    let json = vault.blob(BlobKind::Data, record);
    let meta = folder(vault, &|tree| tree.file("vm.json", record.len() as u64, &[json]).unwrap());
    folder(vault, &|tree| {
        tree.dir("disks", disks).unwrap();
        tree.dir("meta", meta).unwrap();
    })
}

/// A shelf: what is in memory of it as a line of JSON, then its rows; so many of it that they are made one.
fn shelf(bytes: &[u8]) {
    let (about, rows) = bytes.split_at(bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len()));
    let rows = rows.get(1..).unwrap_or_default();
    let mut file = Vec::new();
    for block in rows.chunks(ROWS_BYTES) {
        let mut block = block.to_vec();
        block.resize(ROWS_BYTES, 0);
        SEALER.seal_into(&block, &mut file).unwrap();
    }
    let about = seal_document(&SEALER, about).unwrap();
    file.extend_from_slice(&about);
    file.extend_from_slice(&(about.len() as u64).to_le_bytes());
    let root = tempfile::tempdir_in(&*FOLDER).unwrap();
    let folder = root.path().join(CONFIG.id().to_string());
    fs::create_dir(&folder).unwrap();
    for number in 0..5 {
        fs::write(folder.join(format!("{number}.shelf")), &file).unwrap();
    }
    let vault = SmallVault::new().open(Some(root.path()));
    for id in rows.chunks(48).filter_map(|row| row.first_chunk().copied()).take(8) {
        let _ = vault.holds_chunk(Id::from_bytes(id));
    }
    vault.indexed_blobs().unwrap();
}

/// Where a bucket is, as it is written on a command line.
fn address(bytes: &[u8]) {
    let Some(Ok(path)) = std::str::from_utf8(bytes).ok().and_then(BucketPath::parse) else { return };
    assert_eq!(BucketPath::parse(&path.to_string()), Some(Ok(path)));
}

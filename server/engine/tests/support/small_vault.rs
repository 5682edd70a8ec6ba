//! A vault in memory that is put together file by file: authentic, whatever it says.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use chrono::DateTime;
use engine::format::{
    BlobKind, Config, Id, IndexBlob, IndexFile, IndexPack, KdfCost, KeyFile, MasterKey, PackEntry, Sealer,
    SnapshotFile, encode_header, seal_document,
};
use engine::store::{FileKind, FileName, Memory, Store};
use engine::{Password, PointId, Repository, Settings};

const PASSWORD: &str = "password";

static MASTER: LazyLock<MasterKey> = LazyLock::new(|| MasterKey::generate().unwrap());
/// Of all vaults of the process.
pub static SEALER: LazyLock<Sealer> = LazyLock::new(|| Sealer::new(&MASTER).unwrap());
pub static CONFIG: LazyLock<Config> = LazyLock::new(|| Config::generate().unwrap());
static KEY: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let cost = KdfCost { log_n: 1, r: 1, p: 1 };
    serde_json::to_vec(&KeyFile::wrap(&MASTER, PASSWORD, cost, DateTime::UNIX_EPOCH, ("", "")).unwrap()).unwrap()
});

#[derive(Default)]
pub struct SmallVault {
    store: Memory,
    pack: Vec<u8>,
    entries: Vec<PackEntry>,
}

impl SmallVault {
    /// Key and config, and nothing else.
    pub fn new() -> Self {
        let vault = SmallVault::default();
        vault.put(FileKind::Key, &KEY);
        let mut config = Vec::new();
        SEALER.seal_into(&serde_json::to_vec(&*CONFIG).unwrap(), &mut config).unwrap();
        vault.store.put(FileName::CONFIG, &config).unwrap();
        vault
    }

    fn put(&self, kind: FileKind, bytes: &[u8]) -> Id {
        let id = Id::of(bytes);
        self.store.put(kind.file(id), bytes).unwrap();
        id
    }

    /// Adds a document of this kind.
    pub fn document(&self, kind: FileKind, json: &[u8]) -> Id {
        self.put(kind, &seal_document(&SEALER, json).unwrap())
    }

    /// Adds a blob to the one pack.
    pub fn blob(&mut self, kind: BlobKind, plain: &[u8]) -> Id {
        let (id, offset) = (Id::of(plain), self.pack.len());
        SEALER.seal_into(plain, &mut self.pack).unwrap();
        let length = u32::try_from(self.pack.len() - offset).unwrap();
        self.entries.push(PackEntry { id, kind, offset: u32::try_from(offset).unwrap(), length, raw_length: None });
        id
    }

    /// Adds a point of this root folder, and the pack and the index that it needs.
    pub fn point(&mut self, tree: Id) -> PointId {
        let mut pack = self.pack.clone();
        SEALER.seal_into(&encode_header(&self.entries), &mut pack).unwrap();
        let header = u32::try_from(pack.len() - self.pack.len()).unwrap();
        pack.extend_from_slice(&header.to_le_bytes());
        let blobs = self.entries.iter().map(IndexBlob::from).collect();
        let index =
            IndexFile { packs: vec![IndexPack { id: self.put(FileKind::Pack, &pack), blobs }], ..IndexFile::default() };
        self.document(FileKind::Index, &index.encode().unwrap());
        let tags = ["vm", "rp"].map(|tag| format!("{tag}:11112222-3333-4444-5555-666677778888"));
        let snapshot = SnapshotFile {
            time: DateTime::UNIX_EPOCH,
            parent: None,
            tree,
            paths: Vec::new(),
            hostname: "web".to_owned(),
            username: String::new(),
            tags: Some([&tags[..], &["cons:crash".to_owned()]].concat()),
            program_version: String::new(),
            summary: None,
        };
        PointId(self.document(FileKind::Snapshot, &snapshot.encode().unwrap()))
    }

    /// Opens it; `cache` is where shelves of its index may lie.
    pub fn open(&self, cache: Option<&Path>) -> Repository {
        let settings = Settings { cache: cache.map(Path::to_owned), ..Settings::default() };
        Repository::open_store(Arc::new(self.store.clone()), &Password::new(PASSWORD), &settings).unwrap()
    }
}

//! What every operation on an opened vault shares.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, Weak};

use crate::archive::{Compression, Session};
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, FormatError, Id, IdMap, PackEntry, Sealer, Tree, decompress_blob, open_document};
use crate::index::{self, Cache, Index, Location};
use crate::lock::Turn;
use crate::point::Root;
use crate::rate::RateLimit;
use crate::repository::Settings;
use crate::store::{FileKind, FileName, Store, StoreError};

/// Buffers for reading blobs, used again for the next one.
#[derive(Default)]
pub(crate) struct Scratch {
    sealed: Vec<u8>,
    plain: Vec<u8>,
}

/// An opened vault: its store, its key, and what is known of its content.
pub(crate) struct Core {
    store: Arc<dyn Store>,
    sealer: Arc<Sealer>,
    pack_bytes: usize,
    index: RwLock<Index>,
    cache: Cache,
    index_memory: usize,
    rate: RateLimit,
    compression: Compression,
    refreshing: Mutex<()>,
    session: Mutex<Weak<Session>>,
    points: Mutex<IdMap<Root>>,
    turn: Turn,
}

impl Core {
    pub(crate) fn new(store: Arc<dyn Store>, sealer: Arc<Sealer>, cache: Cache, settings: &Settings) -> Self {
        Core {
            store,
            index: RwLock::new(index::open(&cache, &sealer)),
            sealer,
            pack_bytes: settings.pack_bytes,
            cache,
            index_memory: settings.index_memory,
            rate: settings.rate_limit.clone(),
            compression: settings.compression,
            refreshing: Mutex::default(),
            session: Mutex::default(),
            points: Mutex::default(),
            turn: Turn::default(),
        }
    }

    /// The same vault in another store: the same key, and nothing known of its content yet.
    pub(crate) fn beside(&self, store: Arc<dyn Store>) -> Self {
        let settings = Settings {
            pack_bytes: self.pack_bytes,
            index_memory: self.index_memory,
            compression: self.compression,
            ..Settings::default()
        };
        // The vault's own cache is not for another store's index.
        Core::new(store, Arc::clone(&self.sealer), Cache::default(), &settings)
    }

    pub(crate) fn store(&self) -> &dyn Store {
        &*self.store
    }

    pub(crate) fn sealer(&self) -> &Sealer {
        &self.sealer
    }

    /// A pack this long, in bytes, is finished.
    pub(crate) fn pack_bytes(&self) -> usize {
        self.pack_bytes
    }

    pub(crate) fn index(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn index_mut(&self) -> RwLockWriteGuard<'_, Index> {
        self.index.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where shelves of the index are kept.
    pub(crate) fn index_cache(&self) -> &Cache {
        &self.cache
    }

    /// From so many blobs on they are put on a shelf.
    pub(crate) fn index_memory(&self) -> usize {
        self.index_memory
    }

    /// How many bytes a second may be moved.
    pub(crate) fn rate(&self) -> &RateLimit {
        &self.rate
    }

    /// How hard chunks are compressed.
    pub(crate) fn compression(&self) -> Compression {
        self.compression
    }

    /// Where the blob is, if an index names it.
    pub(crate) fn find(&self, kind: BlobKind, id: Id) -> Result<Option<Location>, ReadError> {
        self.index().find(&self.sealer, kind, id).map_err(|source| {
            let what = "the cache of the index".to_owned();
            ReadError::Unreachable(StoreError::Unreachable { doing: "read", what, source })
        })
    }

    /// As [`Core::find`], for a blob that something needs.
    pub(crate) fn find_needed(&self, kind: BlobKind, id: Id) -> Result<Location, ReadError> {
        self.find(kind, id)?.ok_or_else(|| Damage::new(blob_name(kind, id), "no index lists it").into())
    }

    /// Whether an index names the blob.
    pub(crate) fn contains(&self, kind: BlobKind, id: Id) -> Result<bool, ReadError> {
        Ok(self.find(kind, id)?.is_some())
    }

    /// Held while the index is compared with its files.
    pub(crate) fn index_refresh(&self) -> MutexGuard<'_, ()> {
        lock(&self.refreshing)
    }

    /// The running backups' common state, if any backup runs.
    pub(crate) fn session(&self) -> MutexGuard<'_, Weak<Session>> {
        lock(&self.session)
    }

    /// Snapshots that were read before.
    pub(crate) fn known_points(&self) -> MutexGuard<'_, IdMap<Root>> {
        lock(&self.points)
    }

    /// Who may lock the vault next.
    pub(crate) fn turn(&self) -> &Turn {
        &self.turn
    }

    /// The JSON of a sealed document: an index, a snapshot, a list. `None` when it is not there.
    pub(crate) fn read_document(&self, name: FileName) -> Result<Option<Vec<u8>>, ReadError> {
        let mut bytes = match self.store.get(name) {
            Ok(bytes) => bytes,
            Err(StoreError::Missing { .. }) => return Ok(None),
            Err(error) => return Err(ReadError::from_store(error)),
        };
        if Id::of(&bytes) != name.id {
            return Err(Damage::new(name, "its name is not the hash of its bytes").into());
        }
        let json = open_document(&self.sealer, &mut bytes);
        json.map(Some).map_err(|error| ReadError::from_format(name, &error))
    }

    /// The plain bytes of a blob, authenticated, decompressed, and compared with its id.
    pub(crate) fn read_blob(&self, kind: BlobKind, id: Id) -> Result<Vec<u8>, ReadError> {
        let location = self.find_needed(kind, id)?;
        let mut scratch = Scratch::default();
        self.read_location(&location, &mut scratch).map(<[u8]>::to_vec)
    }

    /// As [`Core::read_blob`], for a known place. The bytes lie in `scratch`.
    pub(crate) fn read_location<'a>(
        &self,
        location: &Location,
        scratch: &'a mut Scratch,
    ) -> Result<&'a [u8], ReadError> {
        let entry = &location.entry;
        let length = usize::try_from(entry.length).unwrap_or(usize::MAX);
        if scratch.sealed.len() < length {
            scratch.sealed.resize(length, 0);
        }
        let sealed = &mut scratch.sealed[..length];
        let name = FileKind::Pack.file(location.pack);
        self.store.get_range(name, u64::from(entry.offset), sealed).map_err(ReadError::from_store)?;
        open_blob(&self.sealer, entry, sealed, &mut scratch.plain)
            .map_err(|error| ReadError::from_format(blob_name(entry.kind, entry.id), &error))
    }

    /// A folder.
    pub(crate) fn read_tree(&self, id: Id) -> Result<Tree, ReadError> {
        let json = self.read_blob(BlobKind::Tree, id)?;
        Tree::decode(&json).map_err(|error| ReadError::from_format(blob_name(BlobKind::Tree, id), &error))
    }
}

/// Opens a blob's sealed bytes and checks that they are what its id says. The plain bytes lie in either buffer.
pub(crate) fn open_blob<'a>(
    sealer: &Sealer,
    entry: &PackEntry,
    bytes: &'a mut [u8],
    plain: &'a mut Vec<u8>,
) -> Result<&'a [u8], FormatError> {
    let opened = sealer.open_in_place(bytes)?;
    let opened: &[u8] = match entry.raw_length {
        Some(raw) => {
            decompress_blob(opened, usize::try_from(raw).unwrap_or(usize::MAX), plain)?;
            plain
        }
        None => opened,
    };
    if Id::of(opened) != entry.id {
        return Err(FormatError::malformed("blob", "its id is not the hash of its bytes"));
    }
    Ok(opened)
}

/// How messages name a blob.
pub(crate) fn blob_name(kind: BlobKind, id: Id) -> String {
    match kind {
        BlobKind::Data => format!("data blob {id}"),
        BlobKind::Tree => format!("tree blob {id}"),
    }
}

/// Locks, also after a panic elsewhere: what our mutexes guard is valid between any two statements.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

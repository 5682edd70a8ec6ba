//! What every operation on an opened vault shares.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, Weak};

use crate::archive::Session;
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, FormatError, Id, IdMap, PackEntry, Sealer, Tree, decompress_blob, open_document};
use crate::index::{Index, Location};
use crate::lock::Turn;
use crate::point::Point;
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
    refreshing: Mutex<()>,
    session: Mutex<Weak<Session>>,
    points: Mutex<IdMap<Option<Point>>>,
    turn: Turn,
}

impl Core {
    pub(crate) fn new(store: Arc<dyn Store>, sealer: Arc<Sealer>, pack_bytes: usize) -> Self {
        Core {
            store,
            sealer,
            pack_bytes,
            index: RwLock::default(),
            refreshing: Mutex::default(),
            session: Mutex::default(),
            points: Mutex::default(),
            turn: Turn::default(),
        }
    }

    /// The same vault in another store: the same key, and nothing known of its content yet.
    pub(crate) fn beside(&self, store: Arc<dyn Store>) -> Self {
        Core::new(store, Arc::clone(&self.sealer), self.pack_bytes)
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

    pub(crate) fn replace_index(&self, index: Index) {
        *self.index_mut() = index;
    }

    /// Held while the index is compared with its files.
    pub(crate) fn index_refresh(&self) -> MutexGuard<'_, ()> {
        lock(&self.refreshing)
    }

    /// The running backups' common state, if any backup runs.
    pub(crate) fn session(&self) -> MutexGuard<'_, Weak<Session>> {
        lock(&self.session)
    }

    /// Snapshots that were read before; `None` for a stranger's.
    pub(crate) fn known_points(&self) -> MutexGuard<'_, IdMap<Option<Point>>> {
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
        let location = self.index().find(kind, id);
        let Some(location) = location else {
            return Err(Damage::new(blob_name(kind, id), "no index lists it").into());
        };
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

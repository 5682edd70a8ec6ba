//! An opened vault.

use std::fs::{self, OpenOptions};
use std::io;
use std::num::NonZeroU64;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::archive::{self, BackupError, BackupOutcome, BackupRequest, Compression};
use crate::cancel::Cancel;
use crate::catalog::{self, Catalog, CatalogError, CatalogFile, CatalogOutcome};
use crate::clock;
use crate::core::Core;
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, Config, FormatError, Id, KdfCost, KeyFile, MasterKey, Sealer};
use crate::index::{self, Cache};
use crate::lock::{self, LockError};
use crate::password::Password;
use crate::point::{self, Point, PointId, Survey};
use crate::progress::Progress;
use crate::prune::{self, PruneError, PruneOutcome, PrunePlan, PruneRequest};
use crate::repair::{self, RepairError, RepairReport};
use crate::replicate::{self, ReplicaLag, ReplicateError, ReplicateOutcome, ReplicateRequest};
use crate::reserve::with_reserve;
use crate::restore::{self, DiskReader, ImageFormat, RestoreError, RestoreOutcome, RestoreRequest, RestoreTarget};
use crate::store::{self, FileKind, FileName, LocalDir, ProbeError, Store, StoreError, delete_if_there};
use crate::verify::{self, Validation, VerifyError, VerifyReport, VerifyRequest};

const PACK_BYTES: usize = 32 << 20;
/// About 30 MB.
const INDEX_MEMORY: usize = 250_000;
/// Room for locks, lists, and the indexes of hundreds of thousands of chunks.
const BALLAST_BYTES: u64 = 64 << 20;
/// A restored disk is as secret as the vault was.
const TARGET_MODE: u32 = 0o600;
const NOTE_NAME: &str = "RESTORE.txt";
const NOTE: &str = include_str!("restore_note.txt");

/// An opened vault. Clones are the same one. Open a vault once in a process: backups that run through the same `Repository`
/// at the same time store no chunk twice.
#[derive(Clone)]
pub struct Repository {
    core: Arc<Core>,
    replicas: Arc<[Repository]>,
}

/// How a vault is opened.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder for caches, one folder a vault beneath it. Without one, an index is loaded whole by each process that opens the vault.
    pub cache: Option<PathBuf>,
    /// How many bytes a second backups may send to the store, and restores read from it; without one, as many as can be.
    pub bytes_per_second: Option<NonZeroU64>,
    /// How hard chunks are compressed.
    pub compression: Compression,
    /// From so many blobs on, what an index says is put on disk. Only tests have a reason to change it, and what follows.
    pub index_memory: usize,
    /// How expensive it is to try a password. Only for new keys.
    pub kdf: KdfCost,
    /// A pack this long, in bytes, is finished.
    pub pack_bytes: usize,
    /// A vault in a folder keeps so many bytes to give up when the disk is full.
    pub ballast_bytes: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            cache: None,
            bytes_per_second: None,
            compression: Compression::default(),
            index_memory: INDEX_MEMORY,
            kdf: KdfCost::default(),
            pack_bytes: PACK_BYTES,
            ballast_bytes: BALLAST_BYTES,
        }
    }
}

/// Why a vault could not be made.
#[derive(Debug, thiserror::Error)]
pub enum InitError {
    /// There is something else, or a vault already.
    #[error("the vault's place is not empty")]
    NotEmpty,
    /// The password is empty.
    #[error("a vault needs a password")]
    EmptyPassword,
    /// The folder could not be made or written.
    #[error("the folder could not be prepared")]
    Folder(#[source] io::Error),
    /// The store failed.
    #[error("the new vault could not be written")]
    Store(#[from] StoreError),
    /// The store does not keep its word.
    #[error("the store cannot hold a vault")]
    Probe(#[from] ProbeError),
    /// The cryptographic library failed.
    #[error("no key could be made")]
    Key(#[from] FormatError),
    /// What was written could not be read back.
    #[error("the new vault could not be opened")]
    Open(#[from] OpenError),
}

/// Why a vault could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// No key of the vault opens with this password.
    #[error("wrong password")]
    WrongPassword,
    /// There is no vault here.
    #[error("there is no vault here")]
    NotAVault,
    /// The store could not be reached, which may pass.
    #[error("the vault could not be reached")]
    Unreachable(#[source] StoreError),
    /// Config or keys are damaged.
    #[error("the vault cannot be opened")]
    Corrupt(#[source] Damage),
}

/// Why points could not be listed.
#[derive(Debug, thiserror::Error)]
#[error("the points could not be listed")]
pub struct PointsError(#[from] pub ReadError);

/// Why points could not be forgotten.
#[derive(Debug, thiserror::Error)]
pub enum ForgetError {
    /// There is no such point of ours; nothing was deleted.
    #[error("there is no point {0}")]
    NoSuchPoint(PointId),
    /// The vault could not be locked.
    #[error("the vault's lock")]
    Lock(#[from] LockError),
    /// The vault could not be read; nothing was deleted.
    #[error("the vault could not be read")]
    Read(#[from] ReadError),
    /// The store failed; the points before this one are deleted.
    #[error("point {point} could not be deleted")]
    Store {
        /// The point that is still there.
        point: PointId,
        /// What the store said.
        #[source]
        source: StoreError,
    },
}

impl ForgetError {
    /// Whether it failed for lack of room; nothing was deleted then.
    pub fn is_full(&self) -> bool {
        matches!(self, ForgetError::Lock(error) if error.is_full())
    }
}

/// What a vault takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Bytes of all packs, indexes and snapshots.
    pub stored_bytes: u64,
    /// How many packs there are.
    pub packs: u64,
    /// How many snapshots there are, strangers' included.
    pub snapshots: u64,
}

impl Repository {
    /// Makes a vault in a folder that is missing or empty (or holds what an `init` left that never finished), accessible to
    /// the owner only.
    pub fn init(root: &Path, password: &Password) -> Result<Repository, InitError> {
        Repository::init_with(root, password, &Settings::default())
    }

    /// As [`Repository::init`], with other settings.
    pub fn init_with(root: &Path, password: &Password, settings: &Settings) -> Result<Repository, InitError> {
        let folder = LocalDir::new(root).with_ballast(settings.ballast_bytes);
        if !folder.is_free().map_err(InitError::Folder)? {
            return Err(InitError::NotEmpty);
        }
        folder.create_folders().map_err(InitError::Folder)?;
        folder.write_note(NOTE_NAME, NOTE).map_err(InitError::Folder)?;
        let vault = Repository::init_store(Arc::new(folder), password, settings)?;
        // A vault without it is a vault.
        let _ = vault.core.store().keep_reserve();
        Ok(vault)
    }

    /// Makes a vault in a store that is empty (or holds what an `init` left that never finished).
    pub fn init_store(
        store: Arc<dyn Store>,
        password: &Password,
        settings: &Settings,
    ) -> Result<Repository, InitError> {
        if password.expose().is_empty() {
            return Err(InitError::EmptyPassword);
        }
        if !is_free(&*store)? {
            return Err(InitError::NotEmpty);
        }
        store::probe(&*store)?;
        for (leftover, _) in store.list(FileKind::Key)? {
            store.delete(FileKind::Key.file(leftover))?;
        }
        let master = MasterKey::generate()?;
        let who = (lock::username(), lock::hostname());
        let key = KeyFile::wrap(&master, password.expose(), settings.kdf, clock::now(), (&who.0, &who.1))?;
        let key = serde_json::to_vec(&key).map_err(|error| FormatError::malformed("key file", error))?;
        store.put(FileKind::Key.file(Id::of(&key)), &key)?;
        let config =
            serde_json::to_vec(&Config::generate()?).map_err(|error| FormatError::malformed("config", error))?;
        let mut sealed = Vec::new();
        Sealer::new(&master)?.seal_into(&config, &mut sealed)?;
        // The config makes it a vault, so it comes last.
        store.put(FileName::CONFIG, &sealed)?;
        Ok(Repository::open_store(store, password, settings)?)
    }

    /// Opens the vault in this folder.
    pub fn open(root: &Path, password: &Password) -> Result<Repository, OpenError> {
        Repository::open_with(root, password, &Settings::default())
    }

    /// As [`Repository::open`], with other settings.
    pub fn open_with(root: &Path, password: &Password, settings: &Settings) -> Result<Repository, OpenError> {
        let folder = LocalDir::new(root).with_ballast(settings.ballast_bytes);
        // Nothing depends on these.
        let _ = folder.remove_leftovers();
        let _ = folder.keep_reserve();
        Repository::open_store(Arc::new(folder), password, settings)
    }

    /// Opens the vault in this store.
    pub fn open_store(
        store: Arc<dyn Store>,
        password: &Password,
        settings: &Settings,
    ) -> Result<Repository, OpenError> {
        let mut config = match store.get(FileName::CONFIG) {
            Ok(config) => config,
            Err(StoreError::Missing { .. }) => return Err(OpenError::NotAVault),
            Err(error) => return Err(OpenError::Unreachable(error)),
        };
        let master = find_key(&*store, password)?;
        let corrupt = |error: FormatError| OpenError::Corrupt(Damage::new(FileName::CONFIG, error));
        let sealer = Sealer::new(&master).map_err(corrupt)?;
        let config = sealer.open_in_place(&mut config).map_err(corrupt)?;
        let config = Config::decode(config).map_err(corrupt)?;
        let cache = Cache::open(settings.cache.as_deref(), config.id());
        let core = Core::new(store, Arc::new(sealer), cache, settings);
        Ok(Repository { core: Arc::new(core), replicas: Arc::default() })
    }

    /// Compares the index with the vault's files, and answers how many blobs it names; one that is in several packs may count more than once.
    pub fn indexed_blobs(&self) -> Result<u64, ReadError> {
        index::refresh(&self.core)?;
        Ok(self.core.index().rows())
    }

    /// Whether the vault's index names a chunk of this content, as far as the index was compared with the files.
    pub fn holds_chunk(&self, content: Id) -> Result<bool, ReadError> {
        self.core.contains(BlobKind::Data, content)
    }

    /// Tries out whether the vault's store still keeps its word; writes and deletes a small file.
    pub fn probe(&self) -> Result<(), ProbeError> {
        store::probe(self.core.store())
    }

    /// Removes the locks that dead processes of this host left, and answers how many.
    pub fn remove_stale_locks(&self) -> Result<usize, LockError> {
        lock::remove_stale(&self.core)
    }

    /// Our points, oldest first. Catalogues and strangers' snapshots are not among them, nor are damaged ones: see [`Repository::survey`].
    pub fn points(&self) -> Result<Vec<Point>, PointsError> {
        Ok(self.survey()?.points)
    }

    /// Our points, and what else is in `snapshots/`.
    pub fn survey(&self) -> Result<Survey, PointsError> {
        Ok(point::survey(&self.core)?)
    }

    /// What the vault takes.
    pub fn usage(&self) -> Result<Usage, StoreError> {
        let list = |kind| self.core.store().list(kind);
        let (packs, indexes, snapshots) = (list(FileKind::Pack)?, list(FileKind::Index)?, list(FileKind::Snapshot)?);
        let files = packs.iter().chain(&indexes).chain(&snapshots);
        Ok(Usage {
            stored_bytes: files.map(|(_, bytes)| bytes).sum(),
            packs: packs.len() as u64,
            snapshots: snapshots.len() as u64,
        })
    }

    /// Makes a point of a machine's disks. Blocks until it is published, fails, or is cancelled.
    pub fn backup(
        &self,
        request: BackupRequest<'_>,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<BackupOutcome, BackupError> {
        archive::backup(&self.core, request, progress, cancel)
    }

    /// Writes a catalogue of these files, unless the newest one says the same; see [`Survey::catalogs`]. The newest two stay.
    pub fn write_catalog(&self, files: Vec<CatalogFile>, now: DateTime<Utc>) -> Result<CatalogOutcome, CatalogError> {
        catalog::write(&self.core, files, now)
    }

    /// The files of a catalogue, by name.
    pub fn read_catalog(&self, catalog: &Catalog) -> Result<Vec<CatalogFile>, CatalogError> {
        catalog::read(&self.core, catalog)
    }

    /// Writes a disk of a point into a new file. What cannot be read here is read from the replicas, where there are some.
    pub fn restore(
        &self,
        request: RestoreRequest,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<RestoreOutcome, RestoreError> {
        restore::restore((&self.core, self.replica_cores()), request, progress, cancel)
    }

    fn replica_cores(&self) -> Vec<Arc<Core>> {
        self.replicas.iter().map(|replica| Arc::clone(&replica.core)).collect()
    }

    /// Opens a disk of a point for reading anywhere.
    pub fn open_disk(&self, point: PointId, disk: &str, progress: &dyn Progress) -> Result<DiskReader, RestoreError> {
        restore::open_disk((&self.core, self.replica_cores()), (point, disk), progress)
    }

    /// As [`Repository::restore`], into a file that is made here, never over another one, and removed again on a failure. With `begun`
    /// a file that is there is gone on with, and stays for another time.
    pub fn restore_to_path(
        &self,
        (point, disk): (PointId, &str),
        (path, format, begun): (&Path, ImageFormat, bool),
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<RestoreOutcome, RestoreError> {
        let no_link = i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or(0);
        let mut open = OpenOptions::new();
        open.read(true).write(true).create_new(!begun).create(begun).custom_flags(no_link).mode(TARGET_MODE);
        let file = open.open(path).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => RestoreError::TargetNotEmpty,
            _ => RestoreError::Target(error),
        })?;
        let request = RestoreRequest { point, disk: disk.to_owned(), target: RestoreTarget { file, format, begun } };
        let restored = self.restore(request, progress, cancel);
        if restored.is_err() && !begun {
            // The reason of the failure is what the caller needs to hear.
            let _ = fs::remove_file(path);
        }
        restored
    }

    /// Looks at a point right after it was made: the size and header of each of `packs` (from its [`BackupOutcome`]), that an
    /// index lists them, and one chunk of every disk.
    pub fn validate(&self, point: PointId, packs: &[Id], cancel: &Cancel) -> Result<Validation, VerifyError> {
        verify::validate(&self.core, point, packs, cancel)
    }

    /// Looks at everything that the vault holds and tells which snapshots are hurt by what is bad.
    pub fn verify(
        &self,
        request: VerifyRequest,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<VerifyReport, VerifyError> {
        verify::verify(&self.core, request, progress, cancel)
    }

    /// Tells what [`Repository::prune`] would do, to the byte, and changes nothing.
    pub fn plan_prune(
        &self,
        request: &PruneRequest<'_>,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<PrunePlan, PruneError> {
        prune::plan(&self.core, request, progress, cancel)
    }

    /// Takes away what no snapshot needs: condemns it now, and deletes what was condemned longer ago than the grace.
    pub fn prune(
        &self,
        request: &PruneRequest<'_>,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<PruneOutcome, PruneError> {
        with_reserve(&self.core, PruneError::is_full, |room| {
            prune::prune(&self.core, request, room, (progress, cancel))
        })
    }

    /// Makes the index whole again: names packs that none names, from their headers, and takes out what cannot be read or is
    /// not there. Waits as long as `patience` until nobody else works with the vault.
    pub fn repair(
        &self,
        patience: Duration,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<RepairReport, RepairError> {
        with_reserve(&self.core, RepairError::is_full, |_| repair::repair(&self.core, patience, progress, cancel))
    }

    /// The replica of this vault in `store`: the one that is there, or a new one, for which the store must be empty. It has
    /// the vault's passwords.
    pub fn replica(&self, store: Arc<dyn Store>) -> Result<Repository, ReplicateError> {
        let core = Arc::new(replicate::open(&self.core, store)?);
        Ok(Repository { core, replicas: Arc::default() })
    }

    /// As [`Repository::replica`], in a folder.
    pub fn replica_in(&self, root: &Path) -> Result<Repository, ReplicateError> {
        let folder = LocalDir::new(root);
        if folder.is_free().map_err(ReplicateError::Folder)? {
            folder.create_folders().map_err(ReplicateError::Folder)?;
            folder.write_note(NOTE_NAME, NOTE).map_err(ReplicateError::Folder)?;
        } else if !root.join(NOTE_NAME).is_file() && !root.join(FileKind::Config.folder()).is_file() {
            return Err(ReplicateError::NotEmpty);
        }
        self.replica(Arc::new(folder))
    }

    /// Brings a replica the points that it lacks, oldest first. Points that were forgotten here stay there until they are
    /// forgotten there.
    pub fn replicate(
        &self,
        replica: &Repository,
        request: ReplicateRequest,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<ReplicateOutcome, ReplicateError> {
        replicate::replicate((&self.core, &replica.core), request, progress, cancel)
    }

    /// How far a replica is behind.
    pub fn replica_lag(&self, replica: &Repository) -> Result<ReplicaLag, ReplicateError> {
        replicate::lag(&self.core, &replica.core)
    }

    /// The same vault; what a restore cannot read here it reads from these replicas.
    #[must_use]
    pub fn with_replicas(&self, replicas: Vec<Repository>) -> Repository {
        Repository { core: Arc::clone(&self.core), replicas: replicas.into() }
    }

    /// Deletes exactly these points; their data stays until it is pruned. All must be there, else nothing is deleted.
    pub fn forget(&self, ids: &[PointId]) -> Result<(), ForgetError> {
        with_reserve(&self.core, ForgetError::is_full, |_| self.forget_in_room(ids))
    }

    fn forget_in_room(&self, ids: &[PointId]) -> Result<(), ForgetError> {
        let _lock = lock::VaultLock::shared(&self.core)?;
        for id in ids {
            if point::find(&self.core, *id)?.is_none() {
                return Err(ForgetError::NoSuchPoint(*id));
            }
        }
        for &point in ids {
            let deleted = delete_if_there(self.core.store(), FileKind::Snapshot.file(point.0));
            deleted.map_err(|source| ForgetError::Store { point, source })?;
            self.core.known_points().remove(&point.0);
        }
        Ok(())
    }
}

/// Whether there is neither a vault nor what one has held.
fn is_free(store: &dyn Store) -> Result<bool, StoreError> {
    match store.head(FileName::CONFIG) {
        Ok(_) => return Ok(false),
        Err(StoreError::Missing { .. }) => {}
        Err(error) => return Err(error),
    }
    for kind in [FileKind::Snapshot, FileKind::Index, FileKind::Pack] {
        if !store.list(kind)?.is_empty() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Tries the password on every key. A damaged key is told only when no other one opens.
fn find_key(store: &dyn Store, password: &Password) -> Result<MasterKey, OpenError> {
    let mut damage = None;
    let mut keys = 0;
    for (id, _) in store.list(FileKind::Key).map_err(OpenError::Unreachable)? {
        let name = FileKind::Key.file(id);
        let bytes = match store.get(name) {
            Ok(bytes) => bytes,
            Err(StoreError::Missing { .. }) => continue,
            Err(error) => return Err(OpenError::Unreachable(error)),
        };
        keys += 1;
        if Id::of(&bytes) != id {
            damage = Some(Damage::new(name, "its name is not the hash of its bytes"));
            continue;
        }
        let key: Result<KeyFile, _> = serde_json::from_slice(&bytes);
        match key.map_err(|error| FormatError::malformed("key file", error)) {
            Ok(key) => match key.unwrap_with(password.expose()) {
                Ok(master) => return Ok(master),
                Err(FormatError::NotAuthentic) => {}
                Err(error) => damage = Some(Damage::new(name, error)),
            },
            Err(error) => damage = Some(Damage::new(name, error)),
        }
    }
    match damage {
        Some(damage) => Err(OpenError::Corrupt(damage)),
        None if keys == 0 => Err(OpenError::Corrupt(Damage::new("keys", "there is no key"))),
        None => Err(OpenError::WrongPassword),
    }
}

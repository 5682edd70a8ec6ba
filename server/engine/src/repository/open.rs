//! Making and opening a vault.

use std::path::Path;
use std::sync::Arc;

use crate::clock;
use crate::core::Core;
use crate::fault::Damage;
use crate::format::{Config, FormatError, Id, KeyFile, MasterKey, Sealer};
use crate::index::Cache;
use crate::lock::{self};
use crate::password::Password;
use crate::repository::{InitError, OpenError, Settings};
use crate::store::{self, FileKind, FileName, LocalDir, Store, StoreError};

pub(super) const NOTE_NAME: &str = "RESTORE.txt";
pub(super) const NOTE: &str = include_str!("../restore_note.txt");

/// An opened vault. Clones are the same one. Open a vault once in a process: backups that run through the same `Repository`
/// at the same time store no chunk twice.
#[derive(Clone)]
pub struct Repository {
    pub(super) core: Arc<Core>,
    pub(super) replicas: Arc<[Repository]>,
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

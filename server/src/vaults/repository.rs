//! The restic repository beneath a vault: where it lies, and one opened engine for all jobs that work with it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use engine::store::{ObjectStore, remove_vault};
use engine::{InitError, OpenError, Password, Repository, Settings};
use shared::id::VaultId;
use shared::problem::{Code, Problem};
use shared::vault::VaultState;
use tokio::sync::Mutex;

use crate::app::App;
use crate::config::Config;
use crate::error::{Error, Result, caused};
use crate::locations;
use crate::storage::Storage;
use crate::tuning::Tuning;
use crate::vaults::buckets::Buckets;
use crate::vaults::store::Row;

/// The vaults that are open. Cheap to clone.
#[derive(Clone)]
pub struct Repositories {
    buckets: Buckets,
    open: Arc<Mutex<HashMap<VaultId, Repository>>>,
}

impl std::fmt::Debug for Repositories {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Repositories")
    }
}

/// Where a vault lies, ready to be used.
pub(super) enum Home {
    Folder(PathBuf),
    Bucket(ObjectStore),
}

impl Repositories {
    /// None is open yet; the buckets of the locations are ready.
    pub(crate) fn new(config: &Config) -> anyhow::Result<Self> {
        Ok(Self { buckets: Buckets::open(config)?, open: Arc::default() })
    }

    /// Takes a vault that was opened to be connected.
    pub(super) async fn keep(&self, id: VaultId, repository: Repository) {
        self.open.lock().await.insert(id, repository);
    }

    /// Forgets an opened vault, because it is deleted.
    pub(super) async fn close(&self, id: VaultId) {
        self.open.lock().await.remove(&id);
    }
}

/// A new vault's password.
pub(super) fn new_password() -> Result<Password> {
    Ok(Password::generate().map_err(anyhow::Error::new)?)
}

/// The vault's place in its location: its name, and enough of its id to tell it from a namesake; or the one that it was found in.
pub fn place(app: &App, row: &Row) -> Result<Storage> {
    place_in(&app.config, row)
}

/// The same, without a running server.
pub(super) fn place_in(config: &Config, row: &Row) -> Result<Storage> {
    let storage = locations::storage(config, &row.location.name).ok_or_else(|| {
        Problem::new(Code::VaultUnreachable)
            .because(format!("location {} is not in cofre.toml any more", row.location.name))
    })?;
    if let Some(folder) = &row.folder {
        return Ok(storage.below(folder));
    }
    let id = row.id.uuid().simple().to_string();
    Ok(storage.below(&format!("{}-{}", row.name.to_lowercase(), &id[id.len() - 8..])))
}

fn home(app: &App, row: &Row) -> Result<Home> {
    home_at(app, &row.location.name, place(app, row)?)
}

/// The same for a place in a location.
pub(super) fn home_at(app: &App, location: &str, place: Storage) -> Result<Home> {
    let store = app.repositories.buckets.store(location, &place);
    match (place, store) {
        (Storage::Folder(folder), _) => Ok(Home::Folder(folder)),
        (_, Some(store)) => Ok(Home::Bucket(store)),
        (place, None) => Err(Problem::new(Code::VaultUnreachable).because(format!("{place} is not open")).into()),
    }
}

fn password(app: &App, row: &Row) -> Result<Password> {
    let unsealed = app.master_key.unseal(row.id.uuid(), &row.sealed_password);
    let password = unsealed.map_err(|e| Problem::new(Code::VaultWrongPassword).because(format!("{e:#}")))?;
    Ok(Password::new(password.as_str()))
}

/// How the server opens the vaults of a location.
pub(super) fn settings(app: &App, location: &str) -> Settings {
    let Tuning { rate_limit, compression } = locations::tuning(&app.config, location);
    Settings { cache: Some(app.config.cache_folder()), rate_limit, compression, ..Settings::default() }
}

/// The vault, opened once for all jobs. The locks that a killed server left in it are removed when it is opened first.
pub async fn open(app: &App, row: &Row) -> Result<Repository> {
    if row.state != VaultState::Ready {
        return Err(Code::VaultNotReady.into());
    }
    let mut open = app.repositories.open.lock().await;
    if let Some(repository) = open.get(&row.id) {
        return Ok(repository.clone());
    }
    let (home, password) = (home(app, row)?, password(app, row)?);
    let settings = settings(app, &row.location.name);
    let opened = tokio::task::spawn_blocking(move || {
        let repository = home.open(&password, &settings).map_err(|e| opening(&e))?;
        // A restore must go on even from a store that has become careless.
        if let Err(error) = repository.probe() {
            tracing::warn!("the vault's storage is not as it should be: {:#}", anyhow::Error::new(error));
        }
        match repository.remove_stale_locks() {
            Ok(0) => {}
            Ok(removed) => tracing::info!(removed, "removed locks that a stopped server had left"),
            Err(error) => tracing::warn!("stale locks could not be removed: {error}"),
        }
        Ok::<_, Error>(repository)
    });
    let repository = opened.await??;
    open.insert(row.id, repository.clone());
    Ok(repository)
}

/// Makes the repository. What an interrupted run left is used when the password opens it, and otherwise removed and made anew: nothing but
/// that run can have written there.
pub(super) async fn make(app: &App, row: &Row) -> Result<()> {
    let (home, password) = (home(app, row)?, password(app, row)?);
    let made = tokio::task::spawn_blocking(move || match home.init(&password) {
        Ok(()) => Ok(()),
        Err(InitError::NotEmpty) if home.open(&password, &Settings::default()).is_ok() => Ok(()),
        Err(InitError::NotEmpty) => {
            home.remove()?;
            home.init(&password).map_err(|e| making(&e))
        }
        Err(error) => Err(making(&error)),
    });
    made.await?
}

/// Removes the storage of a vault that is deleted. What cannot be removed stays, and the log says where.
pub(super) async fn remove(app: &App, row: &Row) -> Result<()> {
    let (Ok(place), Ok(home)) = (place(app, row), home(app, row)) else { return Ok(()) };
    if let Err(error) = tokio::task::spawn_blocking(move || home.remove()).await? {
        tracing::warn!(%place, "the deleted vault's storage could not be removed: {}", error.cause());
    }
    Ok(())
}

impl Home {
    pub(super) fn open(&self, password: &Password, settings: &Settings) -> std::result::Result<Repository, OpenError> {
        match self {
            Home::Folder(folder) => Repository::open_with(folder, password, settings),
            Home::Bucket(store) => Repository::open_store(Arc::new(store.clone()), password, settings),
        }
    }

    fn init(&self, password: &Password) -> std::result::Result<(), InitError> {
        match self {
            Home::Folder(folder) => Repository::init(folder, password).map(drop),
            Home::Bucket(store) => {
                Repository::init_store(Arc::new(store.clone()), password, &Settings::default()).map(drop)
            }
        }
    }

    fn remove(&self) -> Result<()> {
        let unreachable = |error: &(dyn std::error::Error + 'static)| caused(Code::VaultUnreachable, error);
        match self {
            Home::Folder(folder) => std::fs::remove_dir_all(folder).map_err(|e| unreachable(&e)),
            Home::Bucket(store) => remove_vault(store).map_err(|e| unreachable(&e)),
        }
    }
}

fn making(error: &InitError) -> Error {
    caused(Code::VaultUnreachable, error)
}

pub(super) fn opening(error: &OpenError) -> Error {
    let code = match error {
        OpenError::WrongPassword => Code::VaultWrongPassword,
        OpenError::NotAVault | OpenError::Unreachable(_) => Code::VaultUnreachable,
        OpenError::Corrupt(_) => Code::VaultDamaged,
    };
    caused(code, error)
}

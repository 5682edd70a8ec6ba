//! The restic repository beneath a vault: where it lies, and one opened engine for all jobs that work with it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use engine::{InitError, OpenError, Password, Repository};
use shared::id::VaultId;
use shared::problem::{Code, Problem};
use shared::vault::VaultState;
use tokio::sync::Mutex;

use crate::app::App;
use crate::config::Config;
use crate::error::{Error, Result, caused};
use crate::locations;
use crate::vaults::store::Row;

/// The vaults that are open. Cheap to clone.
#[derive(Clone, Default)]
pub struct Repositories {
    open: Arc<Mutex<HashMap<VaultId, Repository>>>,
}

impl std::fmt::Debug for Repositories {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Repositories")
    }
}

impl Repositories {
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

/// The vault's folder in its location: its name, and enough of its id to tell it from a namesake; or the one that it was found in.
pub fn folder(app: &App, row: &Row) -> Result<PathBuf> {
    folder_in(&app.config, row)
}

/// The same, without a running server.
pub(super) fn folder_in(config: &Config, row: &Row) -> Result<PathBuf> {
    let storage = locations::storage(config, &row.location.name).ok_or_else(|| {
        Problem::new(Code::VaultUnreachable)
            .because(format!("location {} is not in cofre.toml any more", row.location.name))
    })?;
    if let Some(folder) = &row.folder {
        return Ok(storage.join(folder));
    }
    let id = row.id.uuid().simple().to_string();
    Ok(storage.join(format!("{}-{}", row.name.to_lowercase(), &id[id.len() - 8..])))
}

fn password(app: &App, row: &Row) -> Result<Password> {
    let unsealed = app.master_key.unseal(row.id.uuid(), &row.sealed_password);
    let password = unsealed.map_err(|e| Problem::new(Code::VaultWrongPassword).because(format!("{e:#}")))?;
    Ok(Password::new(password.as_str()))
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
    let (folder, password) = (folder(app, row)?, password(app, row)?);
    let opened = tokio::task::spawn_blocking(move || {
        let repository = Repository::open(&folder, &password).map_err(|e| opening(&e))?;
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

/// Makes the repository. The folder of an interrupted run is used when the password opens it, and otherwise removed and made anew: nothing but
/// that run can have written into it.
pub(super) async fn make(app: &App, row: &Row) -> Result<()> {
    let (folder, password) = (folder(app, row)?, password(app, row)?);
    let made = tokio::task::spawn_blocking(move || match Repository::init(&folder, &password) {
        Ok(_) => Ok(()),
        Err(InitError::NotEmpty) if Repository::open(&folder, &password).is_ok() => Ok(()),
        Err(InitError::NotEmpty) => {
            std::fs::remove_dir_all(&folder).map_err(|e| caused(Code::VaultUnreachable, &e))?;
            Repository::init(&folder, &password).map(|_| ()).map_err(|e| making(&e))
        }
        Err(error) => Err(making(&error)),
    });
    made.await?
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

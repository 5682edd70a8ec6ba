//! What an operator does with a stopped server's keys and locks.

use anyhow::{Context as _, anyhow, ensure};
use shared::auth::Permission;
use shared::connect::ConnectVault;
use shared::name::{VaultFolder, VaultName};
use shared::vault::VaultPassword;

use crate::app::App;
use crate::auth::{self, Principal};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::error::Error;
use crate::vaults::{self, MasterKey};
use crate::{locations, resource_groups, start};

/// The passwords of the vaults of this name, one for each subscription that has one.
pub async fn vault_passwords(config: &Config, name: &str) -> anyhow::Result<Vec<VaultPassword>> {
    let _lock = start::lock(&config.data)?;
    let (db, _hold) = Db::open(&config.database).await?;
    let master_key = MasterKey::open(&config.master_key_file, true)?;
    let found = vaults::passwords(&db, &master_key, config, name).await?;
    db.close().await;
    ensure!(!found.is_empty(), "there is no vault {name}");
    Ok(found)
}

/// A vault to connect, as an operator names it.
#[derive(Debug)]
pub struct VaultToConnect<'a> {
    /// The location whose storage it lies in.
    pub location: &'a str,
    /// Its folder there.
    pub folder: &'a str,
    /// Its password.
    pub password: String,
    /// What it is called here; without it as it was called.
    pub name: Option<&'a str>,
    /// The resource group that it comes into; without it the one that it was in.
    pub resource_group: Option<&'a str>,
}

/// Connects a vault that there is. Answers its name, and how many points it holds.
pub async fn connect_vault(config: Config, asked: VaultToConnect<'_>) -> anyhow::Result<(String, u64)> {
    start::folder(&config.data)?;
    let _lock = start::lock(&config.data)?;
    let (db, _hold) = Db::open(&config.database).await?;
    let app = start::context(config, Clock::system(), db.clone()).await?;
    let connected = connect(&app, asked).await;
    db.close().await;
    connected.map(|row| (row.name, row.recovery_points))
}

async fn connect(app: &App, asked: VaultToConnect<'_>) -> anyhow::Result<vaults::Row> {
    let mut connection = app.db.read().await?;
    let locations = locations::list(&mut connection).await.map_err(anyhow::Error::from)?;
    let location = locations.into_iter().find(|location| location.name == asked.location);
    let location_id = location.with_context(|| format!("there is no location {}", asked.location))?.id;
    let resource_group_id = match asked.resource_group {
        Some(name) => {
            let group = resource_groups::by_name(&mut connection, name).await.map_err(anyhow::Error::from)?;
            Some(group.with_context(|| format!("there is no resource group {name}"))?.id)
        }
        None => None,
    };
    drop(connection);
    let request = ConnectVault {
        location_id,
        folder: VaultFolder::new(asked.folder).with_context(|| format!("folder {}", asked.folder))?,
        password: asked.password,
        resource_group_id,
        name: asked.name.map(VaultName::new).transpose().context("name")?,
    };
    vaults::connect(app, &Principal::operator(Permission::CreateVault), request).await.map_err(told)
}

/// A problem with what to do about it.
fn told(error: Error) -> anyhow::Error {
    match error {
        Error::Problem(problem) => {
            let detail = problem.detail.map(|detail| format!(" ({detail})")).unwrap_or_default();
            anyhow!("{}{detail} {}", problem.title, problem.next_step)
        }
        fault @ Error::Fault(_) => fault.into(),
    }
}

/// Removes the second factor of the user of this name, who has lost the app and the recovery codes.
pub async fn remove_second_factor(config: &Config, name: &str) -> anyhow::Result<()> {
    let _lock = start::lock(&config.data)?;
    let (db, _hold) = Db::open(&config.database).await?;
    auth::remove_by_operator(&db, name).await?;
    db.close().await;
    Ok(())
}

/// Seals every vault's password with a new master key. Answers how many there are.
///
/// The new key is durable beside the old one before the database names it, and takes the old one's place afterwards: a server that was
/// stopped in between finds the key that fits.
pub async fn rotate_master_key(config: &Config) -> anyhow::Result<usize> {
    let _lock = start::lock(&config.data)?;
    let (db, _hold) = Db::open(&config.database).await?;
    let old = vaults::fitting_master_key(&db, &config.master_key_file).await?;
    let new = MasterKey::make_next(&config.master_key_file)?;
    let sealed = vaults::reseal(&db, &old, &new).await?;
    MasterKey::promote_next(&config.master_key_file)?;
    db.close().await;
    Ok(sealed)
}

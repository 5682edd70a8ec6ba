//! What an operator does with a stopped server's keys and locks.

use anyhow::ensure;
use shared::vault::VaultPassword;

use crate::auth;
use crate::config::Config;
use crate::db::Db;
use crate::start;
use crate::vaults::{self, MasterKey};

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

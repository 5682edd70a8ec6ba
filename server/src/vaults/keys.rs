//! The sealed passwords of all vaults at once: finding the key that fits them, printing one, sealing them anew.

use std::path::Path;

use shared::vault::VaultPassword;

use crate::auth;
use crate::config::Config;
use crate::db::Db;
use crate::vaults::{MasterKey, repository, store};

/// The master key that opens the database's passwords: the file's, or the one that a rotation which was interrupted had made.
pub async fn fitting_master_key(db: &Db, path: &Path) -> anyhow::Result<MasterKey> {
    let mut connection = db.read().await?;
    let vaults = store::sealed(&mut connection).await.map_err(anyhow::Error::from)?;
    let mut rows: Vec<_> = vaults.into_iter().map(|(id, sealed)| (id.uuid(), sealed)).collect();
    rows.extend(auth::sealed(&mut connection).await.map_err(anyhow::Error::from)?);
    drop(connection);
    let key = MasterKey::open(path, !rows.is_empty());
    let Some((id, sealed)) = rows.first() else { return key };
    if let Ok(key) = &key
        && key.unseal(*id, sealed).is_err()
        && let Ok(next) = MasterKey::open_next(path)
        && next.unseal(*id, sealed).is_ok()
    {
        tracing::info!("finishing the interrupted rotation of the master key");
        MasterKey::promote_next(path)?;
        return Ok(next);
    }
    key
}

/// The passwords of the vaults of this name.
pub async fn passwords(db: &Db, key: &MasterKey, config: &Config, name: &str) -> anyhow::Result<Vec<VaultPassword>> {
    let rows = store::list(&mut *db.read().await?, (String::new(), usize::MAX)).await.map_err(anyhow::Error::from)?;
    let named = rows.into_iter().map(|row| row.record).filter(|row| row.name.eq_ignore_ascii_case(name));
    named
        .map(|row| {
            let password = key.unseal(row.id.uuid(), &row.sealed_password)?.to_string();
            let repository = repository::place_in(config, &row).map_err(anyhow::Error::from)?.to_string();
            Ok(VaultPassword { vault: row.name, repository, password })
        })
        .collect()
}

/// Seals every password and every second factor with another key, in one transaction. Answers how many passwords there are.
pub async fn reseal(db: &Db, old: &MasterKey, new: &MasterKey) -> anyhow::Result<usize> {
    let mut tx = db.begin().await?;
    let rows = store::sealed(&mut tx).await.map_err(anyhow::Error::from)?;
    for (id, sealed) in &rows {
        let password = old.unseal(id.uuid(), sealed)?;
        store::set_sealed(&mut tx, *id, &new.seal(id.uuid(), &password)?).await.map_err(anyhow::Error::from)?;
    }
    for (id, sealed) in auth::sealed(&mut tx).await.map_err(anyhow::Error::from)? {
        let secret = old.unseal(id, &sealed)?;
        auth::set_sealed(&mut tx, id, &new.seal(id, &secret)?).await.map_err(anyhow::Error::from)?;
    }
    tx.commit().await?;
    Ok(rows.len())
}

//! Writing catalogues, where they differ from what was written last.

use aws_lc_rs::digest::{Context, SHA256};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::{BackupError, CatalogError, CatalogFile};
use shared::event::Topic;
use shared::id::VaultId;
use shared::problem::Code;

use crate::app::App;
use crate::catalogue::gather::gather;
use crate::catalogue::{files, store};
use crate::error::{Error, Result, caused};
use crate::vaults;

/// Writes the catalogue of every vault that differs. A vault that cannot be written to does not keep the others from it.
pub async fn write_all(app: &App) -> Result<()> {
    let vaults = store::ready(&mut *app.db.read().await?).await?;
    let mut ended = Ok(());
    for vault in vaults {
        ended = write(app, vault).await.and(ended);
    }
    ended
}

/// Writes the vault's catalogue, unless it says what was written last. Answers whether it did.
pub async fn write(app: &App, id: VaultId) -> Result<bool> {
    let mut connection = app.db.read().await?;
    let Some(content) = gather(&mut connection, id).await? else { return Ok(false) };
    let files = files::encode(&content)?;
    let digest = digest(&files);
    if store::digest(&mut connection, id).await?.as_ref() == Some(&digest) {
        return Ok(false);
    }
    let Some(row) = vaults::by_id(&mut connection, id).await? else { return Ok(false) };
    drop(connection);
    let repository = vaults::open(app, &row).await?;
    let now = app.clock.now();
    let written = tokio::task::spawn_blocking(move || repository.write_catalog(files, now)).await?;
    written.map_err(|error| unwritten(&error))?;
    let mut tx = app.db.begin().await?;
    store::note(&mut tx, id, &digest, now).await?;
    tx.commit().await?;
    app.events.changed(Topic::Vaults, id.uuid());
    Ok(true)
}

fn digest(files: &[CatalogFile]) -> String {
    let mut hash = Context::new(&SHA256);
    for file in files {
        for part in [file.name.as_bytes(), &file.bytes] {
            hash.update(&(part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    STANDARD.encode(hash.finish())
}

fn unwritten(error: &CatalogError) -> Error {
    let code = match error {
        CatalogError::Write(error) if error.is_full() => Code::VaultFull,
        CatalogError::Write(BackupError::NeedsRepair(_)) => Code::VaultDamaged,
        CatalogError::Lock(_) => Code::VaultLocked,
        CatalogError::Invalid { .. } => Code::Internal,
        CatalogError::Write(_) | CatalogError::Read(_) | CatalogError::Delete(_) => Code::VaultUnreachable,
    };
    caused(code, error)
}

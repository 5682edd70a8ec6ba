//! Changing how a vault keeps its data, while it keeps none.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::VaultId;
use shared::problem::{Code, Problem};
use shared::vault::{BackupConfiguration, Redundancy};

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::vaults::store;
use crate::{audit, items};

/// Changes the redundancy of a vault that protects nothing yet; afterwards it is fixed (F14).
pub(super) async fn configure(
    app: &App,
    principal: &Principal,
    id: VaultId,
    request: BackupConfiguration,
) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let row = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    principal.on(row.place())?;
    let held = items::names_in(&mut tx, id).await?;
    if Redundancy::is_locked(held.len() as u64, row.recovery_points) {
        return Err(Problem::new(Code::StorageTypeLocked).because(format!("It protects {}.", held.join(", "))).into());
    }
    store::set_redundancy(&mut tx, id, request.redundancy).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::VaultConfigureBackup, (row.name.as_str(), id.uuid()))
        .await?;
    tx.commit().await?;
    app.events.changed(Topic::Vaults, id.uuid());
    Ok(())
}

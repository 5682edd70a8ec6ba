//! Deleting a vault, which must be empty.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::VaultId;
use shared::problem::{Code, Problem};
use shared::vault::VaultState;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::vaults::{repository, store};
use crate::{audit, items, jobs};

/// Deletes a vault that holds no items: first the row, then its storage. Stopped in between, storage without a row is left, and no row without its data.
pub async fn delete(app: &App, principal: &Principal, id: VaultId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let row = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    principal.on(row.place())?;
    if matches!(row.state, VaultState::Creating { .. }) {
        return Err(Code::VaultNotReady.into());
    }
    let held = items::names_in(&mut tx, id).await?;
    if !held.is_empty() || row.recovery_points > 0 {
        return Err(Problem::new(Code::VaultNotEmpty).because(format!("It holds {}.", held.join(", "))).into());
    }
    if jobs::counts(&mut tx, Some(id), app.clock.now()).await?.get(&id).is_some_and(|jobs| jobs.in_progress > 0) {
        return Err(Code::VaultNotReady.into());
    }
    store::delete(&mut tx, id).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::VaultDelete, (row.name.as_str(), id.uuid())).await?;
    tx.commit().await?;
    app.repositories.close(id).await;
    repository::remove(app, &row).await?;
    app.events.changed(Topic::Vaults, id.uuid());
    Ok(())
}

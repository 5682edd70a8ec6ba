//! A vault's password: reading it, and confirming that it is stored elsewhere.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::VaultId;
use shared::problem::Code;
use shared::vault::VaultPassword;

use crate::app::App;
use crate::audit;
use crate::auth::Principal;
use crate::error::Result;
use crate::vaults::{repository, store};

/// The password and where the vault lies: all that stock `restic` needs. Reading it stands in the activity log.
pub(super) async fn read(app: &App, principal: &Principal, id: VaultId) -> Result<VaultPassword> {
    let mut tx = app.db.begin().await?;
    let row = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    principal.on(row.place())?;
    let password = app.master_key.unseal(id.uuid(), &row.sealed_password)?.to_string();
    let repository = repository::place(app, &row)?.to_string();
    audit::record(&mut tx, &app.clock, &principal.name, Action::VaultReadPassword, (row.name.as_str(), id.uuid()))
        .await?;
    tx.commit().await?;
    Ok(VaultPassword { vault: row.name, repository, password })
}

/// Someone has stored the password elsewhere: the banner goes.
pub(super) async fn confirm(app: &App, principal: &Principal, id: VaultId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let row = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    principal.on(row.place())?;
    store::confirm_password(&mut tx, id, app.clock.now()).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::VaultConfirmPassword, (row.name.as_str(), id.uuid()))
        .await?;
    tx.commit().await?;
    app.events.changed(Topic::Vaults, id.uuid());
    Ok(())
}

//! Enabling backup of a machine by a vault that there is.

use shared::event::Topic;
use shared::id::MachineId;
use shared::item::Item;
use shared::machine::EnableBackup;
use shared::problem::Code;

use crate::app::App;
use crate::auth::Principal;
use crate::error::{Result, unknown};
use crate::items::protect::{Target, protect, unprotected};
use crate::items::store;
use crate::vaults;

/// Puts the machine under a policy of the vault.
pub async fn enable(app: &App, principal: &Principal, machine_id: MachineId, request: EnableBackup) -> Result<Item> {
    let mut tx = app.db.begin().await?;
    let machine = unprotected(&mut tx, app, principal, machine_id).await?;
    let vault = vaults::by_id(&mut tx, request.vault_id).await?;
    let vault = vault.filter(|vault| principal.sees(vault.place())).ok_or_else(|| unknown("vault_id"))?;
    principal.on(vault.place())?;
    let target = Target::new(&mut tx, vault, request.policy_id).await?;
    let id = protect(&mut tx, app, &principal.name, &machine, &target).await?;
    let item = store::by_id(&mut tx, id, app.clock.now()).await?.ok_or(Code::NotFound)?.record;
    tx.commit().await?;
    announce(app);
    Ok(item)
}

/// Tells the streams that machines came under a policy, after the commit.
pub(super) fn announce(app: &App) {
    for topic in [Topic::Items, Topic::Machines, Topic::Vaults, Topic::Notifications] {
        app.events.changed(topic, None);
    }
}

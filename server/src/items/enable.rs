//! Enabling backup: a machine comes under a policy of one vault in its own location. No recovery point is made (F53).

use shared::event::Topic;
use shared::id::{ItemId, MachineId};
use shared::item::Item;
use shared::machine::EnableBackup;
use shared::notification::{Happening, Link};
use shared::problem::{Code, FieldReason, Problem};
use shared::vault::VaultState;
use uuid::Uuid;

use crate::app::App;
use crate::auth::Principal;
use crate::db::is_unique_violation;
use crate::error::Result;
use crate::items::store::{self, NewItem};
use crate::{audit, machines, notifications, policies, vaults};

/// Puts the machine under the policy. A machine is protected by one vault at most, and by one in its own location (C-078).
pub async fn enable(app: &App, principal: &Principal, machine_id: MachineId, request: EnableBackup) -> Result<Item> {
    let mut tx = app.db.begin().await?;
    let machine = machines::by_id(&mut tx, machine_id).await?.ok_or(Code::NotFound)?;
    principal.on(machine.place)?;
    let machine = machine.record.machine;
    if machine.protection.is_some() {
        return Err(Code::AlreadyProtected.into());
    }
    let no_vault = || Problem::new(Code::InvalidInput).at("vault_id", FieldReason::Unknown);
    let vault = vaults::by_id(&mut tx, request.vault_id).await?.ok_or_else(no_vault)?;
    if !principal.sees(vault.place()) {
        return Err(no_vault().into());
    }
    principal.on(vault.place())?;
    if vault.state != VaultState::Ready {
        return Err(Code::VaultNotReady.into());
    }
    if vault.location.id != machine.location.id {
        return Err(Problem::new(Code::RegionMismatch).at("vault_id", FieldReason::Refused).into());
    }
    let policy = policies::by_id(&mut tx, request.policy_id).await?;
    if policy.is_none_or(|policy| policy.vault_id != vault.id) {
        return Err(Problem::new(Code::PolicyMismatch).at("policy_id", FieldReason::Refused).into());
    }
    let id = ItemId::new(Uuid::now_v7());
    let new = NewItem { id, machine_id, vault_id: vault.id, policy_id: request.policy_id, created_at: app.clock.now() };
    match store::insert(&mut tx, &new).await {
        Err(e) if is_unique_violation(&e) => return Err(Code::AlreadyProtected.into()),
        other => other?,
    }
    let entry = (Happening::BackupEnabled, machine.name.as_str(), Link::Item(id.uuid()));
    notifications::add(&mut tx, app, entry, vault.place()).await?;
    audit::record(&mut tx, &app.clock, &principal.name, "item.enable_backup", &machine.name).await?;
    let item = store::by_id(&mut tx, id, app.clock.now()).await?.ok_or(Code::NotFound)?.record;
    tx.commit().await?;
    for topic in [Topic::Items, Topic::Machines, Topic::Vaults, Topic::Notifications] {
        app.events.changed(topic, None);
    }
    Ok(item)
}

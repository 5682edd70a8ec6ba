//! The rules of putting a machine under a policy: the same however it was asked for, one machine or many.

use shared::audit::Action;
use shared::id::{ItemId, MachineId, PolicyId};
use shared::machine::Machine;
use shared::notification::{Happening, Link};
use shared::problem::{Code, FieldReason, Problem};
use shared::vault::VaultState;
use uuid::Uuid;

use crate::app::App;
use crate::auth::Principal;
use crate::db::Tx;
use crate::error::Result;
use crate::items::store::{self, NewItem};
use crate::{audit, machines, notifications, policies, vaults};

/// A vault that can take machines, and the policy that they come under.
pub(super) struct Target {
    vault: vaults::Row,
    policy_id: PolicyId,
}

impl Target {
    /// The vault is ready, and the policy is one of its own.
    pub(super) async fn new(tx: &mut Tx, vault: vaults::Row, policy_id: PolicyId) -> Result<Self> {
        if vault.state != VaultState::Ready {
            return Err(Code::VaultNotReady.into());
        }
        let policy = policies::by_id(tx, policy_id).await?;
        if policy.is_none_or(|policy| policy.vault_id != vault.id) {
            return Err(Problem::new(Code::PolicyMismatch).at("policy_id", FieldReason::Refused).into());
        }
        Ok(Self { vault, policy_id })
    }
}

/// A machine that the principal may protect and that no vault protects: a machine is protected by one at most (C-078).
pub(super) async fn unprotected(tx: &mut Tx, app: &App, principal: &Principal, id: MachineId) -> Result<Machine> {
    let located = machines::by_id(tx, id, app.clock.now()).await?.ok_or(Code::NotFound)?;
    principal.on(located.place)?;
    let machine = located.record.machine;
    if machine.protection.is_some() { Err(Code::AlreadyProtected.into()) } else { Ok(machine) }
}

/// Puts the machine under the policy, by a vault in its own location (C-078). No recovery point is made (F53).
pub(super) async fn protect(
    tx: &mut Tx,
    app: &App,
    actor: &str,
    machine: &Machine,
    Target { vault, policy_id }: &Target,
) -> Result<ItemId> {
    if vault.location.id != machine.location.id {
        return Err(Problem::new(Code::RegionMismatch).at("vault_id", FieldReason::Refused).into());
    }
    let id = ItemId::new(Uuid::now_v7());
    let new =
        NewItem { id, machine_id: machine.id, vault_id: vault.id, policy_id: *policy_id, created_at: app.clock.now() };
    if !store::insert(tx, &new).await? {
        return Err(Code::AlreadyProtected.into());
    }
    let entry = (Happening::BackupEnabled, machine.name.as_str(), Link::Item(id.uuid()));
    notifications::add(tx, app, entry, vault.place()).await?;
    audit::record(tx, &app.clock, actor, Action::ItemEnableBackup, (machine.name.as_str(), id.uuid())).await?;
    Ok(id)
}

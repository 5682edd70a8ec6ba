//! Enabling backup of many machines by one vault, from the vault.

use std::collections::HashSet;

use shared::id::{MachineId, VaultId};
use shared::item::{Item, PROTECT_MACHINES_MAX, ProtectMachines, ProtectedMachines, ProtectionOutcome};
use shared::problem::{Code, FieldReason};

use crate::app::App;
use crate::auth::Principal;
use crate::db::Tx;
use crate::error::{Error, Result, invalid};
use crate::items::enable::announce;
use crate::items::protect::{Target, protect, unprotected};
use crate::items::store;
use crate::vaults;

/// Puts each of the machines under the policy, or says why not. One that cannot be protected does not keep the others from it; a vault or a
/// policy that can take none refuses the whole request.
pub(super) async fn enable_many(
    app: &App,
    principal: &Principal,
    vault_id: VaultId,
    request: ProtectMachines,
) -> Result<ProtectedMachines> {
    let mut tx = app.db.begin().await?;
    let vault = vaults::by_id(&mut tx, vault_id).await?.ok_or(Code::NotFound)?;
    principal.on(vault.place())?;
    match request.machine_ids.len() {
        0 => return Err(invalid("machine_ids", FieldReason::Required)),
        1..=PROTECT_MACHINES_MAX => {}
        _ => return Err(invalid("machine_ids", FieldReason::Refused)),
    }
    let target = Target::new(&mut tx, vault, request.policy_id).await?;
    let mut known = HashSet::new();
    let mut outcomes = Vec::with_capacity(request.machine_ids.len());
    for machine_id in request.machine_ids.into_iter().filter(|id| known.insert(*id)) {
        outcomes.push(match enable_one(&mut tx, app, principal, machine_id, &target).await {
            Ok(item) => ProtectionOutcome::Enabled { machine_id, item: Box::new(item) },
            Err(Error::Problem(problem)) => ProtectionOutcome::Refused { machine_id, problem },
            Err(fault) => return Err(fault),
        });
    }
    tx.commit().await?;
    announce(app);
    Ok(ProtectedMachines { outcomes })
}

async fn enable_one(
    tx: &mut Tx,
    app: &App,
    principal: &Principal,
    machine_id: MachineId,
    target: &Target,
) -> Result<Item> {
    let machine = unprotected(tx, app, principal, machine_id).await?;
    let id = protect(tx, app, &principal.name, &machine, target).await?;
    Ok(store::by_id(tx, id, app.clock.now()).await?.ok_or(Code::NotFound)?.record)
}

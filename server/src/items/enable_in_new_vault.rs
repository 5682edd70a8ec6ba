//! Enabling backup of a machine by a vault that is made for it, in the machine's resource group and location (C-027).

use shared::auth::Permission;
use shared::id::{MachineId, VaultId};
use shared::job::{Job, JobWarning};
use shared::policy::DEFAULT_POLICY;
use shared::problem::Code;
use shared::vault::{CreateVault, NewVault};

use crate::app::App;
use crate::auth::Principal;
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::items::protect::{Target, protect, unprotected};
use crate::{machines, policies, vaults};

/// Accepts the vault, and answers the job that makes its storage and then protects the machine.
pub async fn enable_in_new_vault(
    app: &App,
    principal: &Principal,
    machine_id: MachineId,
    new: NewVault,
) -> Result<Job> {
    let mut tx = app.db.begin().await?;
    let machine = unprotected(&mut tx, app, principal, machine_id).await?;
    let vault = CreateVault {
        name: new.name,
        resource_group_id: machine.resource_group.id,
        location_id: machine.location.id,
        redundancy: new.redundancy,
    };
    let creator = principal.with(Permission::CreateVault);
    let job = vaults::accept(&mut tx, app, &creator, vault, Some(machine_id)).await.map_err(in_new_vault)?;
    tx.commit().await?;
    vaults::announce(app, &job);
    Ok(job)
}

/// What is refused of the vault stands in a part of this request.
fn in_new_vault(mut error: Error) -> Error {
    if let Error::Problem(problem) = &mut error {
        for error in &mut problem.errors {
            error.field = format!("new_vault.{}", error.field);
        }
    }
    error
}

/// The vault that was made for the machine is ready: it protects the machine by its default policy. What has come in between (another vault
/// was quicker, the machine's host moved) is no fault of the vault; it is told.
pub async fn enable_in_made_vault(
    tx: &mut Tx,
    app: &App,
    actor: &str,
    (vault_id, machine_id): (VaultId, MachineId),
) -> Result<Vec<JobWarning>> {
    match put(tx, app, actor, (vault_id, machine_id)).await {
        Err(Error::Problem(problem)) => {
            let cause = problem.detail.unwrap_or(problem.title);
            Ok(vec![JobWarning { code: problem.code, cause }])
        }
        other => other.map(|()| Vec::new()),
    }
}

async fn put(tx: &mut Tx, app: &App, actor: &str, (vault_id, machine_id): (VaultId, MachineId)) -> Result<()> {
    let vault = vaults::by_id(tx, vault_id).await?.ok_or(Code::NotFound)?;
    let machine = machines::by_id(tx, machine_id, app.clock.now()).await?.ok_or(Code::NotFound)?.record.machine;
    let policies = policies::of_vault(tx, vault_id).await?;
    let policy = policies.into_iter().find(|policy| policy.name == DEFAULT_POLICY).ok_or(Code::PolicyMismatch)?;
    let target = Target::new(tx, vault, policy.id).await?;
    protect(tx, app, actor, &machine, &target).await.map(drop)
}

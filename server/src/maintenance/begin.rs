//! Beginning a verification or a prune: a job of the vault, one at a time.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::VaultId;
use shared::job::Job;
use shared::maintenance::{VerifyScope, VerifyVault};
use shared::problem::Code;
use shared::vault::VaultState;

use crate::app::App;
use crate::auth::Principal;
use crate::db::Tx;
use crate::error::Result;
use crate::jobs::{self, NewJob, Parameters};
use crate::maintenance::store;
use crate::{audit, vaults};

/// Queues a verification.
pub(super) async fn verify(app: &App, principal: &Principal, id: VaultId, request: VerifyVault) -> Result<Job> {
    let mut tx = app.db.begin().await?;
    let turn = match request.scope {
        VerifyScope::Sample => store::last_turn(&mut tx, id).await?.map_or(0, |last| last + 1),
        VerifyScope::Everything => 0,
    };
    let parameters = Parameters::Verify { scope: request.scope, turn };
    begin(app, principal, tx, (id, parameters, Action::VaultVerify)).await
}

/// Queues a prune.
pub(super) async fn prune(app: &App, principal: &Principal, id: VaultId) -> Result<Job> {
    let tx = app.db.begin().await?;
    begin(app, principal, tx, (id, Parameters::Prune, Action::VaultPrune)).await
}

async fn begin(
    app: &App,
    principal: &Principal,
    mut tx: Tx,
    (id, parameters, action): (VaultId, Parameters, Action),
) -> Result<Job> {
    let vault = vaults::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    principal.on(vault.place())?;
    if vault.state != VaultState::Ready {
        return Err(Code::VaultNotReady.into());
    }
    let new = NewJob::new(parameters, &vault.name, vault.place(), &principal.name);
    let job = jobs::enqueue(&mut tx, app, &new).await?;
    audit::record(&mut tx, &app.clock, &principal.name, action, (vault.name.as_str(), id.uuid())).await?;
    let answer = jobs::get(&mut tx, job).await?.ok_or(Code::NotFound)?.record;
    tx.commit().await?;
    jobs::announce(app, job);
    app.events.changed(Topic::Vaults, id.uuid());
    Ok(answer)
}

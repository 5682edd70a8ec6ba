//! Creating a vault: the row, its default policy and the job that makes its storage.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::{MachineId, VaultId};
use shared::job::Job;
use shared::problem::Code;
use shared::vault::CreateVault;
use uuid::Uuid;

use crate::app::App;
use crate::auth::{Place, Principal};
use crate::db::{Tx, is_unique_violation};
use crate::error::{Result, taken, unknown};
use crate::jobs::{self, Context, NewJob, Parameters};
use crate::vaults::{repository, store};
use crate::{audit, locations, policies, resource_groups};

/// Accepts a vault and answers the job that makes its storage.
pub async fn create(app: &App, principal: &Principal, request: CreateVault) -> Result<Job> {
    let mut tx = app.db.begin().await?;
    let job = accept(&mut tx, app, principal, request, None).await?;
    tx.commit().await?;
    announce(app, &job);
    Ok(job)
}

/// Writes a vault and the job that makes its storage, which then protects a machine, when the vault is made for one. Its name is unique in the
/// subscription, without regard to case.
pub async fn accept(
    tx: &mut Tx,
    app: &App,
    principal: &Principal,
    request: CreateVault,
    protects: Option<MachineId>,
) -> Result<Job> {
    let group = resource_groups::by_id(tx, request.resource_group_id).await?;
    let group =
        group.filter(|group| principal.sees(Place::group(group.id))).ok_or_else(|| unknown("resource_group_id"))?;
    principal.on(Place::group(group.id))?;
    let location = locations::by_id(tx, request.location_id).await?.ok_or_else(|| unknown("location_id"))?;
    if locations::storage(&app.config, &location.name).is_none() {
        return Err(unknown("location_id"));
    }
    let id = VaultId::new(Uuid::now_v7());
    let password = repository::new_password()?;
    let new = store::NewVault {
        id,
        name: request.name.as_str(),
        subscription_id: group.subscription_id,
        resource_group_id: group.id,
        location_id: location.id,
        redundancy: request.redundancy,
        sealed_password: &app.master_key.seal(id.uuid(), password.expose())?,
        created_at: app.clock.now(),
    };
    match store::insert(tx, &new).await {
        Err(e) if is_unique_violation(&e) => return Err(taken("name")),
        other => other?,
    }
    policies::add_default(tx, app, id).await?;
    let place = Place::vault(id, group.id);
    let new = NewJob::new(Parameters::CreateVault { protects }, request.name.as_str(), place, &principal.name);
    let job = jobs::enqueue(tx, app, &new).await?;
    store::set_creation_job(tx, id, job).await?;
    audit::record(tx, &app.clock, &principal.name, Action::VaultCreate, (request.name.as_str(), id.uuid())).await?;
    Ok(jobs::get(tx, job).await?.ok_or(Code::NotFound)?.record)
}

/// Tells the runner and the streams of the vault that the job makes, after the commit.
pub fn announce(app: &App, job: &Job) {
    app.events.changed(Topic::Vaults, job.vault.as_ref().map(|vault| vault.id.uuid()));
    jobs::announce(app, job.id);
}

/// Makes the storage of the context's vault. What an interrupted run left is used when it is whole, and made anew when it is not.
pub async fn make_storage(context: &Context) -> Result<()> {
    let id = context.place.vault.ok_or(Code::NotFound)?;
    let row = store::by_id(&mut *context.app.db.read().await?, id).await?.ok_or(Code::NotFound)?;
    let place = repository::place(&context.app, &row)?;
    repository::make(&context.app, &row).await?;
    context.info(format!("The vault's storage is ready in {place}")).await
}

//! Takes away what no point of a vault needs: condemned now, deleted by a prune when the grace is over.

use std::sync::Arc;
use std::time::Duration;

use engine::{NoProgress, PruneError, PruneOutcome, PruneRequest, Repository};
use shared::job::Phase;
use shared::maintenance::{GRACE_HOURS, PackCount, PrunePlan};
use shared::problem::Code;
use tokio::runtime::Handle;

use super::engine_progress::{EngineProgress, cancel, lock_code, log_notes, store_code};
use crate::app::App;
use crate::clock::ExpiryPermit;
use crate::error::{Result, caused};
use crate::jobs::{Context, Done, store};
use crate::maintenance::Pruned;
use crate::vaults;

const GRACE: Duration = Duration::from_hours(GRACE_HOURS.unsigned_abs());

/// What a prune of the vault would do. It ends when nobody waits for the answer any more.
pub async fn plan(app: &App, vault: &vaults::Row) -> Result<PrunePlan> {
    let repository = vaults::open(app, vault).await?;
    let cancel = engine::Cancel::new();
    let (given_up, now) = (EndsWithWaiter(cancel.clone()), app.clock.now());
    let plan = tokio::task::spawn_blocking(move || {
        let request = PruneRequest { grace: GRACE, ..PruneRequest::at(now) };
        repository.plan_prune(&request, &NoProgress, &cancel)
    });
    let plan = plan.await?.map_err(|error| caused(prune_code(&error), &error))?;
    drop(given_up);
    Ok(PrunePlan {
        points: plan.snapshots,
        present: count(plan.present),
        unneeded: count(plan.unneeded),
        to_copy: count(plan.to_copy),
        copies: count(plan.copies),
        in_grace: count(plan.in_grace),
        freed_bytes: plan.freed_bytes(),
    })
}

/// Cancels when it is dropped.
struct EndsWithWaiter(engine::Cancel);

impl Drop for EndsWithWaiter {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

pub(super) async fn run(context: &Context) -> Result<Done> {
    context.meter.begin(Phase::FindUnneeded);
    let vault_id = context.place.vault.ok_or(Code::NotFound)?;
    let vault = vaults::by_id(&mut *context.app.db.read().await?, vault_id).await?.ok_or(Code::NotFound)?;
    let repository = vaults::open(&context.app, &vault).await?;
    // Nothing is condemned either while the clock is doubted: the grace would be counted from a wrong time.
    let permit = ExpiryPermit::ask(&context.app).await?;
    let outcome = prune(context, repository, permit).await?;
    log(context, &outcome).await?;
    Ok(Done::Pruned(Pruned {
        vault_id,
        condemned: count(outcome.condemned),
        deleted: count(outcome.deleted),
        in_grace: count(outcome.in_grace),
    }))
}

async fn prune(context: &Context, repository: Repository, permit: ExpiryPermit) -> Result<PruneOutcome> {
    let progress = Arc::new(EngineProgress::of_phases(context, |phase| match phase {
        engine::Phase::Transferring => Some(Phase::CopyNeeded),
        engine::Phase::Committing => Some(Phase::Condemn),
        _ => None,
    }));
    let (cancel, guard) = cancel(context);
    let (reports, of_job, now) = (progress.clone(), context.clone(), permit.into_time());
    let runtime = Handle::current();
    let outcome = tokio::task::spawn_blocking(move || {
        let is_ours = || runtime.block_on(still_ours(&of_job));
        let request = PruneRequest { grace: GRACE, on_before_swap: Some(&is_ours), ..PruneRequest::at(now) };
        repository.prune(&request, &*reports, &cancel)
    });
    let outcome = outcome.await?;
    drop(guard);
    log_notes(context, &progress).await?;
    outcome.map_err(|error| caused(prune_code(&error), &error))
}

/// The last look before packs are condemned: nobody else may have taken the job over.
async fn still_ours(context: &Context) -> std::result::Result<(), String> {
    let mut connection = context.app.db.read().await.map_err(|error| error.to_string())?;
    match store::is_ours(&mut connection, (context.job.id, context.fence)).await {
        Ok(true) => Ok(()),
        Ok(false) => Err("the job is another server's".to_owned()),
        Err(error) => Err(error.cause()),
    }
}

async fn log(context: &Context, outcome: &PruneOutcome) -> Result<()> {
    let plan = &outcome.plan;
    let (unneeded, to_copy, copies) = (words(plan.unneeded), words(plan.to_copy), words(plan.copies));
    context
        .info(format!(
            "{} snapshots do not need {unneeded}; of {to_copy} what is needed was copied, into {copies}",
            plan.snapshots
        ))
        .await?;
    context.info(format!("Condemned: {}", words(outcome.condemned))).await?;
    context.info(format!("Deleted: {}", words(outcome.deleted))).await?;
    if outcome.in_grace.packs > 0 {
        let waiting = words(outcome.in_grace);
        context.info(format!("{waiting} wait {GRACE_HOURS} hours; a prune after that deletes them")).await?;
    }
    Ok(())
}

fn words(count: engine::PackCount) -> String {
    format!("{} packs of {} bytes", count.packs, count.bytes)
}

fn count(count: engine::PackCount) -> PackCount {
    PackCount { packs: count.packs, bytes: count.bytes }
}

fn prune_code(error: &PruneError) -> Code {
    match error {
        PruneError::Lock(error) => lock_code(error),
        PruneError::Store(error) => store_code(error),
        PruneError::NeedsRepair(_) => Code::VaultDamaged,
        PruneError::Changed => Code::VaultLocked,
        PruneError::Refused { .. } => Code::LeaseLost,
        _ => Code::Internal,
    }
}

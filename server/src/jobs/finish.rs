//! The end of a job: its row, what it made, and the word to those who watch, in one transaction that names the fence.

use shared::event::Topic;
use shared::id::JobId;
use shared::job::{JobError, JobKind, JobStatus, JobWarning, LogLevel, PhaseStatus};
use shared::notification::{Happening, Link};
use shared::problem::Code;

use crate::db::Tx;
use crate::error::Result;
use crate::history::{self, Noted};
use crate::jobs::{Context, Done, Parameters, store};
use crate::{items, maintenance, notifications, recovery_points, resource_groups, vaults};

/// The job did what it was to do.
pub(super) async fn completed(context: &Context, done: Done) -> Result<()> {
    context.meter.end(PhaseStatus::Completed);
    let room = match context.place.vault {
        Some(vault) => history::look(&context.app, vault).await?,
        None => None,
    };
    let mut tx = context.app.db.begin().await?;
    let warnings = match &done {
        Done::Point { warnings, .. } => warnings.clone(),
        Done::Verified(verified) => {
            let at = context.app.clock.now();
            maintenance::publish_verification(&mut tx, verified, (context.job.id, at)).await?;
            verified.warnings.clone()
        }
        Done::Pruned(pruned) => {
            maintenance::publish_prune(&mut tx, pruned, (context.job.id, context.app.clock.now())).await?;
            Vec::new()
        }
        Done::VaultReady => vault_ready(&mut tx, context).await?,
        Done::Nothing => Vec::new(),
    };
    let status = if warnings.is_empty() { JobStatus::Completed } else { JobStatus::CompletedWithWarnings };
    end(&mut tx, context, status, &serde_json::to_string(&warnings)?, None).await?;
    if let Done::Point { point, .. } = &done {
        recovery_points::publish(&mut tx, point).await?;
        resource_groups::collect(&mut tx, point.item_id).await?;
        let at = context.app.clock.now();
        items::note_backup(&mut tx, point.item_id, (status, None), (context.job.id, at)).await?;
        let new = Some((point.taken_at, point.new_bytes));
        let noted = Noted { item_id: point.item_id, job_id: context.job.id, status, at, point: new };
        history::note(&mut tx, noted).await?;
        history::sample(&mut tx, &context.app, point.vault_id, room).await?;
    }
    let happening = Happening::JobCompleted { job: context.job.kind, with_warnings: !warnings.is_empty() };
    tell(context, tx, happening).await
}

/// The vault can be used; the machine that it was made for comes under its policy.
async fn vault_ready(tx: &mut Tx, context: &Context) -> Result<Vec<JobWarning>> {
    vaults::mark_ready(tx, context.place.vault).await?;
    match (context.place.vault, &context.parameters) {
        (Some(vault), Parameters::CreateVault { protects: Some(machine) }) => {
            items::enable_in_made_vault(tx, &context.app, &context.job.created_by, (vault, *machine)).await
        }
        _ => Ok(Vec::new()),
    }
}

/// The job failed, and says why.
pub(super) async fn failed(context: &Context, error: JobError) -> Result<()> {
    context.meter.end(PhaseStatus::Failed);
    let code = error.code;
    let mut tx = context.app.db.begin().await?;
    end(&mut tx, context, JobStatus::Failed, "[]", Some(&error)).await?;
    store::append_log(&mut tx, context.job.id, context.app.clock.now(), (LogLevel::Error, &error.cause)).await?;
    match (context.job.kind, context.job.item_id) {
        (JobKind::Backup, Some(item)) => {
            let (job_id, at) = (context.job.id, context.app.clock.now());
            items::note_backup(&mut tx, item, (JobStatus::Failed, Some(code)), (job_id, at)).await?;
            let noted = Noted { item_id: item, job_id, status: JobStatus::Failed, at, point: None };
            history::note(&mut tx, noted).await?;
        }
        (JobKind::CreateVault, _) => vaults::mark_failed(&mut tx, context.place.vault, code).await?,
        _ => {}
    }
    tell(context, tx, Happening::JobFailed { job: context.job.kind, code }).await
}

/// The job was cancelled and left nothing behind.
pub(super) async fn cancelled(context: &Context) -> Result<()> {
    context.meter.end(PhaseStatus::Cancelled);
    let mut tx = context.app.db.begin().await?;
    end(&mut tx, context, JobStatus::Cancelled, "[]", None).await?;
    tell(context, tx, Happening::JobCancelled { job: context.job.kind }).await
}

/// Ends the row; without the fence nothing of the transaction comes to be.
async fn end(
    tx: &mut Tx,
    context: &Context,
    status: JobStatus,
    warnings: &str,
    error: Option<&JobError>,
) -> Result<()> {
    let progress = context.meter.read();
    let end = store::End { status, progress: &progress, warnings, error, at: context.app.clock.now() };
    if store::end(tx, (context.job.id, context.fence), end).await? { Ok(()) } else { Err(Code::LeaseLost.into()) }
}

async fn tell(context: &Context, mut tx: Tx, happening: Happening) -> Result<()> {
    let entry = (happening, context.job.subject.as_str(), link(context));
    notifications::add(&mut tx, &context.app, entry, context.place).await?;
    tx.commit().await?;
    changed(context, context.job.id);
    Ok(())
}

/// A failed job leads to itself; a finished one to what it was about.
fn link(context: &Context) -> Link {
    match (context.job.kind, context.place.vault) {
        (JobKind::CreateVault, Some(vault)) => Link::Vault(vault.uuid()),
        (JobKind::CreateSampleDisks, _) => Link::Machines(context.job.id.uuid()),
        _ => Link::Job(context.job.id.uuid()),
    }
}

fn changed(context: &Context, job: JobId) {
    let events = &context.app.events;
    events.changed(Topic::Jobs, job.uuid());
    events.changed(Topic::Notifications, None);
    events.changed(Topic::Vaults, context.place.vault.map(shared::id::VaultId::uuid));
    if let Some(item) = context.job.item_id {
        events.changed(Topic::Items, item.uuid());
        events.changed(Topic::RecoveryPoints, item.uuid());
        events.changed(Topic::Machines, None);
    }
    if context.job.kind == JobKind::Verify {
        events.changed(Topic::RecoveryPoints, None);
    }
    if matches!(context.job.kind, JobKind::CreateVault | JobKind::Verify) {
        events.changed(Topic::Items, None);
        events.changed(Topic::Machines, None);
    }
    if context.job.kind == JobKind::CreateSampleDisks {
        events.changed(Topic::Hosts, None);
        events.changed(Topic::Machines, None);
    }
}

//! Running a failed or cancelled job again, as a new job.

use shared::audit::Action;
use shared::auth::Permission;
use shared::id::{JobId, RecoveryPointId};
use shared::job::{Job, JobKind};
use shared::problem::Code;
use uuid::Uuid;

use crate::app::App;
use crate::audit;
use crate::auth::Principal;
use crate::error::Result;
use crate::jobs::{NewJob, Parameters, announce, enqueue, store};

/// What the role must allow besides running jobs again: what takes something away is run again by whoever could have begun it.
const fn needed_besides(kind: JobKind) -> Option<Permission> {
    match kind {
        JobKind::Prune => Some(Permission::PruneVault),
        _ => None,
    }
}

/// Queues a new job that is told what the old one was told.
pub(super) async fn retry(app: &App, principal: &Principal, id: JobId) -> Result<Job> {
    let mut tx = app.db.begin().await?;
    let Some(located) = store::get(&mut tx, id).await? else { return Err(Code::NotFound.into()) };
    principal.on(located.place)?;
    let job = located.record;
    if let Some(permission) = needed_besides(job.kind) {
        principal.with(permission).on(located.place)?;
    }
    let works_for_nothing = match job.kind {
        JobKind::Backup | JobKind::Restore => job.item_id.is_none(),
        JobKind::Verify | JobKind::Prune => job.vault.is_none(),
        JobKind::CreateVault | JobKind::CreateSampleDisks => false,
    };
    if !job.retriable || works_for_nothing {
        return Err(Code::JobNotRetriable.into());
    }
    let Some(parameters) = store::parameters(&mut tx, id).await? else { return Err(Code::NotFound.into()) };
    if let Parameters::Backup { expires_at } = parameters
        && expires_at <= app.clock.now()
    {
        return Err(Code::RetainUntilInPast.into());
    }
    let recovery_point_id = match job.kind {
        JobKind::Backup => Some(RecoveryPointId::new(Uuid::now_v7())),
        _ => job.recovery_point_id,
    };
    let new = NewJob {
        item_id: job.item_id,
        recovery_point_id,
        target: job.target.clone(),
        ..NewJob::new(parameters, &job.subject, located.place, &principal.name)
    };
    let again = enqueue(&mut tx, app, &new).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::JobRetry, (job.subject.as_str(), job.id.uuid()))
        .await?;
    let job = store::get(&mut tx, again).await?.ok_or(Code::NotFound)?.record;
    tx.commit().await?;
    announce(app, again);
    Ok(job)
}

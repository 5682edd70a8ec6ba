//! Cancelling a job.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::JobId;
use shared::job::{Job, JobStatus};
use shared::notification::{Happening, Link};
use shared::problem::Code;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::jobs::store;
use crate::{audit, notifications};

/// Asks a job to stop. A queued one is cancelled at once; a running one is told, and ends within a second.
pub(super) async fn cancel(app: &App, principal: &Principal, id: JobId) -> Result<Job> {
    let mut tx = app.db.begin().await?;
    let Some(located) = store::get(&mut tx, id).await? else { return Err(Code::NotFound.into()) };
    principal.on(located.place)?;
    let job = located.record;
    if !job.cancellable {
        return Err(Code::JobNotCancellable.into());
    }
    let (to, at) = match job.state.status() {
        JobStatus::Queued => (JobStatus::Cancelled, Some(app.clock.now())),
        _ => (JobStatus::Cancelling, None),
    };
    if !store::cancel(&mut tx, id, (job.state.status(), to), (&principal.name, at)).await? {
        return Err(Code::JobNotCancellable.into());
    }
    audit::record(&mut tx, &app.clock, &principal.name, Action::JobCancel, (job.subject.as_str(), id.uuid())).await?;
    if to == JobStatus::Cancelled {
        let entry = (Happening::JobCancelled { job: job.kind }, job.subject.as_str(), Link::Job(id.uuid()));
        notifications::add(&mut tx, app, entry, located.place).await?;
    }
    let changed = store::get(&mut tx, id).await?.ok_or(Code::NotFound)?;
    tx.commit().await?;
    app.wake.cancel(id);
    app.events.changed(Topic::Jobs, id.uuid());
    app.events.changed(Topic::Items, job.item_id.map(shared::id::ItemId::uuid));
    app.events.changed(Topic::Notifications, None);
    Ok(changed.record)
}

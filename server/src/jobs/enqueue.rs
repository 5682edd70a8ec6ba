//! Accepting a job: the row and its first notification, in the caller's transaction.

use shared::event::Topic;
use shared::id::{ItemId, JobId, RecoveryPointId, VaultId};
use shared::job::JobProgress;
use shared::notification::{Happening, Link};
use uuid::Uuid;

use crate::app::App;
use crate::auth::Place;
use crate::db::Tx;
use crate::error::Result;
use crate::jobs::{Parameters, store};
use crate::notifications;

/// A job to accept.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// What it is told.
    pub parameters: Parameters,
    /// The name of what it works on.
    pub subject: String,
    /// Where it stands; its vault is the one that it works with.
    pub place: Place,
    /// The item that it works for.
    pub item_id: Option<ItemId>,
    /// The point that it will make or that it reads.
    pub recovery_point_id: Option<RecoveryPointId>,
    /// The folder that it writes.
    pub target: Option<String>,
    /// Who asks.
    pub created_by: String,
}

impl NewJob {
    /// A job that works with nothing but its subject.
    pub fn new(parameters: Parameters, subject: &str, place: Place, created_by: &str) -> Self {
        Self {
            parameters,
            subject: subject.to_owned(),
            place,
            item_id: None,
            recovery_point_id: None,
            target: None,
            created_by: created_by.to_owned(),
        }
    }

    pub(super) fn vault_id(&self) -> Option<VaultId> {
        self.place.vault
    }
}

/// Writes the job. It runs once the transaction is committed and [`announce`] has been called. A second backup of one item violates a
/// unique index.
pub async fn enqueue(tx: &mut Tx, app: &App, job: &NewJob) -> Result<JobId> {
    let id = JobId::new(Uuid::now_v7());
    let progress = JobProgress { phases: super::kinds::phases(job.parameters.kind()), ..JobProgress::default() };
    store::insert(tx, id, job, (&progress, app.clock.now())).await?;
    let happening = Happening::JobStarted { job: job.parameters.kind() };
    notifications::add(tx, app, (happening, &job.subject, Link::Job(id.uuid())), job.place).await?;
    Ok(id)
}

/// Tells the runner and the streams, after the commit.
pub fn announce(app: &App, job: JobId) {
    app.wake.job_queued();
    app.events.changed(Topic::Jobs, job.uuid());
    app.events.changed(Topic::Notifications, None);
}

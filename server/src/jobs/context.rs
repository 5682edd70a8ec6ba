//! What a running job has at hand.

use std::sync::Arc;

use shared::event::Topic;
use shared::job::{Job, LogLevel};
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::auth::Place;
use crate::error::Result;
use crate::jobs::{Meter, Parameters, store};

/// What a running job has at hand.
#[derive(Clone, Debug)]
pub struct Context {
    /// What the server has open.
    pub app: App,
    /// The job, as it was claimed.
    pub job: Job,
    /// What it was told.
    pub parameters: Parameters,
    /// Where it stands.
    pub place: Place,
    /// How far it is.
    pub meter: Arc<Meter>,
    /// Cancelled when the job is to stop.
    pub cancel: CancellationToken,
    pub(super) fence: i64,
}

impl Context {
    /// Writes a line of the job's log.
    pub async fn info(&self, text: impl AsRef<str>) -> Result<()> {
        self.log(LogLevel::Info, text.as_ref()).await
    }

    /// Writes a line of the job's log that is worth knowing.
    pub async fn warn(&self, text: impl AsRef<str>) -> Result<()> {
        self.log(LogLevel::Warn, text.as_ref()).await
    }

    pub(super) async fn log(&self, level: LogLevel, text: &str) -> Result<()> {
        let mut tx = self.app.db.begin().await?;
        store::append_log(&mut tx, self.job.id, self.app.clock.now(), (level, text)).await?;
        tx.commit().await?;
        self.app.events.changed(Topic::Jobs, self.job.id.uuid());
        Ok(())
    }
}

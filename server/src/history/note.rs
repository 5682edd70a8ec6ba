//! Noting what a backup came to on the day that it ended on.

use chrono::{DateTime, Utc};
use shared::day::DayState;
use shared::id::{ItemId, JobId};
use shared::job::JobStatus;

use crate::db::Connection;
use crate::error::Result;
use crate::history::calendar::{date_of, zone};
use crate::history::store;

/// What a backup came to.
#[derive(Clone, Copy, Debug)]
pub struct Noted {
    /// The item.
    pub item_id: ItemId,
    /// The job.
    pub job_id: JobId,
    /// How it ended.
    pub status: JobStatus,
    /// When it ended.
    pub at: DateTime<Utc>,
    /// When its point was taken, and what of it was new; nothing when it made none.
    pub point: Option<(DateTime<Utc>, u64)>,
}

/// Notes it on its day. Called in the transaction that ends the job.
pub async fn note(connection: &mut Connection, noted: Noted) -> Result<()> {
    let state = match noted.status {
        JobStatus::Completed => DayState::Completed,
        JobStatus::CompletedWithWarnings => DayState::Warning,
        JobStatus::Failed => DayState::Failed,
        // What was cancelled is no evidence; the rest has not ended.
        JobStatus::Cancelled | JobStatus::Queued | JobStatus::InProgress | JobStatus::Cancelling => return Ok(()),
    };
    let Some(zone_name) = store::zone_of(connection, noted.item_id).await? else { return Ok(()) };
    let date = date_of(noted.at, zone(&zone_name));
    store::note(connection, &noted, (state, date)).await?;
    // Counted before the clock was set back: it is counted again.
    store::reopen(connection, noted.item_id, date).await
}

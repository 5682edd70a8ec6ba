//! Jobs.

use chrono::{DateTime, Utc};
use shared::id::{ItemId, JobId, VaultId};
use shared::job::{Job, JobStatus, LogLine};
use shared::page::Page;

use super::{Failure, Query, client};
use crate::clock;

/// Which states of jobs a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatusFilter {
    /// Queued, running or being cancelled.
    Active,
    /// Just this one.
    Just(JobStatus),
}

/// Which jobs a list shows; everything that is given must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct JobFilter {
    /// Only in these states.
    pub(crate) status: Option<StatusFilter>,
    /// Only those of this vault.
    pub(crate) vault_id: Option<VaultId>,
    /// Only those of this item.
    pub(crate) item_id: Option<ItemId>,
    /// Only those that were accepted since.
    pub(crate) since: Option<DateTime<Utc>>,
    /// Only those that were accepted before.
    pub(crate) until: Option<DateTime<Utc>>,
}

/// So many pages of the jobs that a filter lets through, newest first.
pub(crate) async fn list(filter: JobFilter, pages: usize) -> Result<Page<Job>, Failure> {
    let status = filter.status.map(|status| match status {
        StatusFilter::Active => "active",
        StatusFilter::Just(status) => status.as_str(),
    });
    let query = Query::new()
        .maybe("status", status)
        .maybe("vault_id", filter.vault_id)
        .maybe("item_id", filter.item_id)
        .maybe("since", filter.since.map(clock::iso))
        .maybe("until", filter.until.map(clock::iso));
    client::pages("/jobs", query, pages).await
}

/// One job.
pub(crate) async fn get(id: JobId) -> Result<Job, Failure> {
    client::get(&format!("/jobs/{id}")).await
}

/// A job's log, oldest line first.
pub(crate) async fn log(id: JobId) -> Result<Vec<LogLine>, Failure> {
    client::all(&format!("/jobs/{id}/log"), Query::new()).await
}

/// Asks a job to stop.
pub(crate) async fn cancel(id: JobId) -> Result<Job, Failure> {
    client::act(&format!("/jobs/{id}/cancel")).await
}

/// Runs a failed job again: a new job.
pub(crate) async fn retry(id: JobId) -> Result<Job, Failure> {
    client::act(&format!("/jobs/{id}/retry")).await
}

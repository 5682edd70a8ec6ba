//! Jobs.

use chrono::TimeDelta;
use shared::id::{JobId, VaultId};
use shared::job::{Job, LogLine};

use super::{Failure, Query, client};
use crate::clock;
use crate::paging::Coming;

/// Those jobs of a vault that are still to end, newest first.
pub(crate) async fn active(vault: VaultId) -> Result<Vec<Job>, Failure> {
    let query = Query::new().with("status", "active").with("vault_id", vault);
    Ok(client::page("/jobs", query).await?.items)
}

/// The jobs of a vault that ended in the last day, or are still to end: the newest of them, oldest first.
pub(crate) async fn of_last_day(vault: VaultId) -> Result<Vec<Job>, Failure> {
    let since = clock::iso(clock::now() - TimeDelta::hours(24));
    let mut jobs = client::page("/jobs", Query::new().with("vault_id", vault).with("since", since)).await?.items;
    jobs.sort_by_key(|job: &Job| job.state.started_at().unwrap_or(job.created_at));
    Ok(jobs)
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

/// A page of the jobs that a query asks for.
pub(crate) fn listed(query: Query) -> Coming<Job> {
    client::counted("/jobs", query)
}

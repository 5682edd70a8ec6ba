//! `/jobs`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::id::{ItemId, JobId, VaultId};
use shared::job::{Job, LogLine};
use shared::page::Page;
use shared::problem::{Code, Problem};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Cursor, Path, Principal, Query};
use crate::jobs::{cancel, retry, store};
use crate::listing::Gather;

/// The routes of jobs.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(get))
        .routes(routes!(log))
        .routes(routes!(cancel_job))
        .routes(routes!(retry_job))
}

/// Which jobs a list shows.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// A status of a job, or `active` for all that are still to end. `Completed` includes those with warnings.
    status: Option<String>,
    /// Only jobs of this vault.
    vault_id: Option<VaultId>,
    /// Only jobs of this item.
    item_id: Option<ItemId>,
    /// Only jobs that had not ended before this time.
    since: Option<DateTime<Utc>>,
    /// Only jobs that were accepted before this time.
    until: Option<DateTime<Utc>>,
}

/// Jobs, newest first.
#[utoipa::path(get, path = "/jobs", tag = "jobs", params(Filter, Cursor), responses((status = 200, body = Page<Job>)))]
async fn list(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<Page<Job>>> {
    let filter = store::Filter {
        status: filter.status.unwrap_or_default(),
        vault_id: filter.vault_id,
        item_id: filter.item_id,
        since: filter.since,
        until: filter.until,
    };
    let mut gather = Gather::new(cursor.after(), cursor.limit());
    let mut connection = app.db.read().await?;
    while let Some(wanted) = gather.wanted() {
        let batch = store::list(&mut connection, &filter, wanted).await?;
        gather.add(batch, |job| job.id.to_string(), |located| principal.sees(located.place));
    }
    Ok(Json(gather.page()))
}

/// A job.
#[utoipa::path(get, path = "/jobs/{id}", tag = "jobs", params(("id" = JobId, Path)),
    responses((status = 200, body = Job), (status = 404, body = Problem)))]
async fn get(State(app): State<App>, principal: Principal, Path(id): Path<JobId>) -> Result<Json<Job>> {
    let job = store::get(&mut *app.db.read().await?, id).await?.ok_or(Code::NotFound)?;
    principal.on(job.place)?;
    Ok(Json(job.record))
}

/// A job's log, oldest line first; `after` is the number of a line.
#[utoipa::path(get, path = "/jobs/{id}/log", tag = "jobs", params(("id" = JobId, Path), Cursor),
    responses((status = 200, body = Page<LogLine>), (status = 404, body = Problem)))]
async fn log(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<JobId>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<Page<LogLine>>> {
    let mut connection = app.db.read().await?;
    let job = store::get(&mut connection, id).await?.ok_or(Code::NotFound)?;
    principal.on(job.place)?;
    let after = cursor.after().parse().unwrap_or(0);
    let lines = store::log(&mut connection, id, (after, cursor.limit())).await?;
    Ok(Json(cursor.page(lines, |line| line.number.to_string())))
}

/// Asks a job to stop.
#[utoipa::path(post, path = "/jobs/{id}/cancel", tag = "jobs", params(("id" = JobId, Path)),
    responses((status = 200, body = Job), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn cancel_job(State(app): State<App>, principal: Principal, Path(id): Path<JobId>) -> Result<Json<Job>> {
    Ok(Json(cancel::cancel(&app, &principal, id).await?))
}

/// Runs a failed or cancelled job again, as a new job.
#[utoipa::path(post, path = "/jobs/{id}/retry", tag = "jobs", params(("id" = JobId, Path)),
    responses((status = 202, body = Job), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn retry_job(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<JobId>,
) -> Result<(StatusCode, Json<Job>)> {
    Ok((StatusCode::ACCEPTED, Json(retry::retry(&app, &principal, id).await?)))
}

//! `/jobs`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::id::{ItemId, JobId, VaultId};
use shared::job::{Job, JobKind, LogLine};
use shared::page::{CountedPage, Page};
use shared::problem::{Code, Problem};
use shared::sort::{JobColumn, Sort};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Cursor, Path, Principal, Query};
use crate::jobs::list::StatusFilter;
use crate::jobs::{cancel, list, retry, store};
use crate::listing::Words;

/// The routes of jobs.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(get))
        .routes(routes!(log))
        .routes(routes!(cancel_job))
        .routes(routes!(retry_job))
}

/// Which jobs a list shows, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Only jobs whose machine's or vault's name has these words in it; letters' case does not matter.
    q: Option<String>,
    /// A status of a job, or `active` for all that are still to end. `Completed` includes those with warnings.
    #[param(value_type = Option<String>)]
    status: Option<StatusFilter>,
    /// Only jobs of this kind.
    #[param(inline)]
    kind: Option<JobKind>,
    /// Only jobs of this vault.
    vault_id: Option<VaultId>,
    /// Only jobs of this item.
    item_id: Option<ItemId>,
    /// Only jobs that had not ended before this time.
    since: Option<DateTime<Utc>>,
    /// Only jobs that were accepted before this time.
    until: Option<DateTime<Utc>>,
    /// `created`, or `-created` for the newest first, which is the order when none is given.
    #[param(value_type = Option<String>)]
    sort: Option<Sort<JobColumn>>,
}

/// Jobs, filtered and sorted.
#[utoipa::path(get, path = "/jobs", tag = "jobs", params(Filter, Cursor),
    responses((status = 200, body = CountedPage<Job>), (status = 422, body = Problem)))]
async fn list(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<CountedPage<Job>>> {
    let filter = list::Filter {
        words: Words::read(filter.q.as_deref())?,
        status: filter.status,
        kind: filter.kind,
        vault_id: filter.vault_id,
        item_id: filter.item_id,
        since: filter.since,
        until: filter.until,
        sort: filter.sort.unwrap_or_default(),
    };
    Ok(Json(list::list(&app, &principal, filter, (cursor.after(), cursor.limit())).await?))
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

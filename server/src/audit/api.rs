//! `GET /audit`.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::audit::{Action, AuditEntry};
use shared::page::CountedPage;
use shared::problem::Problem;
use shared::sort::{AuditColumn, Sort};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::audit::list;
use crate::error::Result;
use crate::http::{Cursor, Principal, Query};
use crate::listing::Words;

/// The routes of the activity log.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(entries))
}

/// Which entries a list shows, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Only entries with these words in the name of who did it or of what it was done to; letters' case does not matter.
    q: Option<String>,
    /// The very name of who did it.
    actor: Option<String>,
    /// What was done, as `noun.verb`.
    #[param(value_type = Option<String>)]
    action: Option<Action>,
    /// Only what was done at this time or later.
    since: Option<DateTime<Utc>>,
    /// Only what was done before this time.
    until: Option<DateTime<Utc>>,
    /// `time`, or `-time` for the newest first, which is the order when none is given.
    #[param(value_type = Option<String>)]
    sort: Option<Sort<AuditColumn>>,
}

/// Who did what, filtered and sorted.
#[utoipa::path(get, path = "/audit", tag = "audit", params(Filter, Cursor),
    responses((status = 200, body = CountedPage<AuditEntry>), (status = 422, body = Problem)))]
async fn entries(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<CountedPage<AuditEntry>>> {
    principal.on_everything()?;
    let filter = list::Filter {
        words: Words::read(filter.q.as_deref())?,
        actor: filter.actor,
        action: filter.action,
        since: filter.since,
        until: filter.until,
        sort: filter.sort.unwrap_or_default(),
    };
    Ok(Json(list::list(&app, filter, (cursor.after(), cursor.limit())).await?))
}

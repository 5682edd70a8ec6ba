//! `GET /audit`.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::audit::AuditEntry;
use shared::page::Page;
use shared::problem::Problem;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::audit::store;
use crate::error::Result;
use crate::http::{Cursor, Principal, Query};

/// The routes of the activity log.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Which entries a list shows; everything that is given must hold.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// A part of the name of who did it, or of what it was done to.
    text: Option<String>,
    /// The very name of who did it.
    actor: Option<String>,
    /// What was done, as `noun.verb`.
    action: Option<String>,
    /// Only what was done at this time or later.
    since: Option<DateTime<Utc>>,
    /// Only what was done before this time.
    until: Option<DateTime<Utc>>,
}

/// Who did what, newest first.
#[utoipa::path(get, path = "/audit", tag = "audit", params(Filter, Cursor),
    responses((status = 200, body = Page<AuditEntry>), (status = 400, body = Problem)))]
async fn list(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<Page<AuditEntry>>> {
    principal.on_everything()?;
    let filter = store::Filter {
        text: filter.text.unwrap_or_default(),
        actor: filter.actor.unwrap_or_default(),
        action: filter.action.unwrap_or_default(),
        since: filter.since,
        until: filter.until,
    };
    let before = cursor.after.as_deref().and_then(|after| after.parse().ok()).unwrap_or(i64::MAX);
    let mut connection = app.db.read().await?;
    let items = store::list(&mut connection, &filter, before, cursor.limit()).await?;
    Ok(Json(cursor.page(items, |entry| entry.number.to_string())))
}

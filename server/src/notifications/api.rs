//! `/notifications`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::event::Topic;
use shared::notification::{Notification, Severity};
use shared::page::CountedPage;
use shared::problem::Problem;
use shared::sort::{NotificationColumn, Sort};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Cursor, Principal, Query};
use crate::listing::Words;
use crate::notifications::{list, store};

/// The routes of the bell.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(entries)).routes(routes!(seen))
}

/// Which entries a list shows, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Only entries about something with these words in its name; letters' case does not matter.
    q: Option<String>,
    /// Only entries that are this grave.
    #[param(inline)]
    severity: Option<Severity>,
    /// Only entries that whoever asks has seen, or has not.
    seen: Option<bool>,
    /// Only what happened at this time or later.
    since: Option<DateTime<Utc>>,
    /// Only what happened before this time.
    until: Option<DateTime<Utc>>,
    /// `time`, or `-time` for the newest first, which is the order when none is given.
    #[param(value_type = Option<String>)]
    sort: Option<Sort<NotificationColumn>>,
}

/// What happened, filtered and sorted.
#[utoipa::path(get, path = "/notifications", tag = "notifications", params(Filter, Cursor),
    responses((status = 200, body = CountedPage<Notification>), (status = 422, body = Problem)))]
async fn entries(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<CountedPage<Notification>>> {
    let filter = list::Filter {
        words: Words::read(filter.q.as_deref())?,
        severity: filter.severity,
        seen: filter.seen,
        since: filter.since,
        until: filter.until,
        sort: filter.sort.unwrap_or_default(),
    };
    Ok(Json(list::list(&app, &principal, filter, (cursor.after(), cursor.limit())).await?))
}

/// Marks everything up to now as seen by whoever is signed in.
#[utoipa::path(post, path = "/notifications/seen", tag = "notifications", responses((status = 204)))]
async fn seen(State(app): State<App>, principal: Principal) -> Result<StatusCode> {
    if let Some(user) = principal.user {
        let mut tx = app.db.begin().await?;
        store::set_seen_at(&mut tx, user, app.clock.now()).await?;
        tx.commit().await?;
        app.events.changed(Topic::Notifications, None);
    }
    Ok(StatusCode::NO_CONTENT)
}

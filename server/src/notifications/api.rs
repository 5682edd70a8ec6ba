//! `/notifications`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::DateTime;
use shared::event::Topic;
use shared::notification::Notification;
use shared::page::Page;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Cursor, Principal, Query};
use crate::listing::Gather;
use crate::notifications::store;

/// The routes of the bell.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(seen))
}

/// What happened, newest first.
#[utoipa::path(get, path = "/notifications", tag = "notifications", params(Cursor),
    responses((status = 200, body = Page<Notification>)))]
async fn list(
    State(app): State<App>,
    principal: Principal,
    Query(cursor): Query<Cursor>,
) -> Result<Json<Page<Notification>>> {
    let seen_at = match principal.user {
        Some(user) => store::seen_at(&mut *app.db.read().await?, user).await?,
        None => DateTime::UNIX_EPOCH,
    };
    let mut gather = Gather::new(cursor.after(), cursor.limit());
    let mut connection = app.db.read().await?;
    while let Some(wanted) = gather.wanted() {
        let batch = store::list(&mut connection, seen_at, wanted).await?;
        gather.add(batch, |entry| entry.id.to_string(), |located| principal.sees(located.place));
    }
    Ok(Json(gather.page()))
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

//! `GET /audit`.

use axum::Json;
use axum::extract::State;
use shared::audit::AuditEntry;
use shared::page::Page;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Cursor, Principal, Query};

/// The routes of the activity log.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Who did what, newest first.
#[utoipa::path(get, path = "/audit", tag = "audit", params(Cursor), responses((status = 200, body = Page<AuditEntry>)))]
async fn list(
    State(app): State<App>,
    principal: Principal,
    Query(cursor): Query<Cursor>,
) -> Result<Json<Page<AuditEntry>>> {
    principal.on_everything()?;
    let before = cursor.after.as_deref().and_then(|after| after.parse().ok()).unwrap_or(i64::MAX);
    let mut connection = app.db.read().await?;
    let items = super::list(&mut connection, before, cursor.limit()).await?;
    Ok(Json(cursor.page(items, |entry| entry.number.to_string())))
}

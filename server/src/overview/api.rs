//! `GET /overview`.

use axum::Json;
use axum::extract::State;
use shared::overview::Overview;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::Principal;

/// The route of the overview.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get))
}

/// Everything that the overview shows.
#[utoipa::path(get, path = "/overview", tag = "overview", responses((status = 200, body = Overview)))]
async fn get(State(app): State<App>, principal: Principal) -> Result<Json<Overview>> {
    Ok(Json(super::overview(&app, &principal).await?))
}

//! `GET /overview`.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use shared::id::VaultId;
use shared::overview::Overview;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Principal, Query};

/// The route of the overview.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get))
}

/// What an overview is over.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Only {
    /// Only what belongs to this vault.
    vault_id: Option<VaultId>,
}

/// Everything that the overview shows.
#[utoipa::path(get, path = "/overview", tag = "overview", params(Only), responses((status = 200, body = Overview)))]
async fn get(State(app): State<App>, principal: Principal, Query(only): Query<Only>) -> Result<Json<Overview>> {
    Ok(Json(super::show::overview(&app, &principal, only.vault_id).await?))
}

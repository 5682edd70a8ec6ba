//! `/policies`.

use axum::Json;
use axum::extract::State;
use shared::id::PolicyId;
use shared::policy::Policy;
use shared::problem::{Code, Problem};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Path, Principal};
use crate::{policies, vaults};

/// The routes of policies.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get))
}

/// A policy.
#[utoipa::path(get, path = "/policies/{id}", tag = "policies", params(("id" = PolicyId, Path)),
    responses((status = 200, body = Policy), (status = 404, body = Problem)))]
async fn get(State(app): State<App>, principal: Principal, Path(id): Path<PolicyId>) -> Result<Json<Policy>> {
    let mut connection = app.db.read().await?;
    let policy = policies::by_id(&mut connection, id).await?.ok_or(Code::NotFound)?;
    let vault = vaults::by_id(&mut connection, policy.vault_id).await?.ok_or(Code::NotFound)?;
    principal.on(vault.place())?;
    Ok(Json(policy))
}

//! `/vaults/{id}/maintenance`, `verify`, `prune-plan`, `prune`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use shared::id::VaultId;
use shared::job::Job;
use shared::maintenance::{Maintenance, PrunePlan, VerifyVault};
use shared::problem::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Body, Path, Principal};
use crate::maintenance::{begin, plan, show};

/// The routes of looking after vaults.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get)).routes(routes!(verify)).routes(routes!(plan_prune)).routes(routes!(prune))
}

/// How the vault is looked after: its last verifications and its last prune.
#[utoipa::path(get, path = "/vaults/{id}/maintenance", tag = "vaults", params(("id" = VaultId, Path)),
    responses((status = 200, body = Maintenance), (status = 404, body = Problem)))]
async fn get(State(app): State<App>, principal: Principal, Path(id): Path<VaultId>) -> Result<Json<Maintenance>> {
    Ok(Json(show::maintenance(&app, &principal, id).await?))
}

/// Verifies the vault: the answer is the job. One job at a time looks after a vault.
#[utoipa::path(post, path = "/vaults/{id}/verify", tag = "vaults", params(("id" = VaultId, Path)), request_body = VerifyVault,
    responses((status = 202, body = Job), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn verify(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<VaultId>,
    Body(request): Body<VerifyVault>,
) -> Result<(StatusCode, Json<Job>)> {
    Ok((StatusCode::ACCEPTED, Json(begin::verify(&app, &principal, id, request).await?)))
}

/// What a prune would do with the vault as it stands, to the byte; nothing is changed.
#[utoipa::path(get, path = "/vaults/{id}/prune-plan", tag = "vaults", params(("id" = VaultId, Path)),
    responses((status = 200, body = PrunePlan), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn plan_prune(State(app): State<App>, principal: Principal, Path(id): Path<VaultId>) -> Result<Json<PrunePlan>> {
    Ok(Json(plan::plan(&app, &principal, id).await?))
}

/// Takes away what no point of the vault needs: the answer is the job. What it condemns is deleted by a prune a day later.
#[utoipa::path(post, path = "/vaults/{id}/prune", tag = "vaults", params(("id" = VaultId, Path)),
    responses((status = 202, body = Job), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn prune(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<VaultId>,
) -> Result<(StatusCode, Json<Job>)> {
    Ok((StatusCode::ACCEPTED, Json(begin::prune(&app, &principal, id).await?)))
}

//! `/recovery-points`, `/restore-roots`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use shared::id::RecoveryPointId;
use shared::job::Job;
use shared::problem::{Code, Problem};
use shared::recovery_point::RecoveryPoint;
use shared::restore::{RestoreDisks, RestoreRoot};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Body, Path, Principal};
use crate::recovery_points::{restore, store};

/// The routes of recovery points.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get)).routes(routes!(restore_disks)).routes(routes!(roots))
}

/// A recovery point.
#[utoipa::path(get, path = "/recovery-points/{id}", tag = "recovery_points", params(("id" = RecoveryPointId, Path)),
    responses((status = 200, body = RecoveryPoint), (status = 404, body = Problem)))]
async fn get(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<RecoveryPointId>,
) -> Result<Json<RecoveryPoint>> {
    let point = store::by_id(&mut *app.db.read().await?, id).await?.ok_or(Code::NotFound)?;
    principal.on(point.place)?;
    Ok(Json(point.record))
}

/// Writes disks of the point into a new folder.
#[utoipa::path(post, path = "/recovery-points/{id}/restore", tag = "recovery_points", params(("id" = RecoveryPointId, Path)),
    request_body = RestoreDisks,
    responses((status = 202, body = Job), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn restore_disks(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<RecoveryPointId>,
    Body(request): Body<RestoreDisks>,
) -> Result<(StatusCode, Json<Job>)> {
    Ok((StatusCode::ACCEPTED, Json(restore::restore(&app, &principal, id, request).await?)))
}

/// Where restores may write.
#[utoipa::path(get, path = "/restore-roots", tag = "recovery_points", responses((status = 200, body = Vec<RestoreRoot>)))]
async fn roots(State(app): State<App>, _: Principal) -> Result<Json<Vec<RestoreRoot>>> {
    Ok(Json(restore::roots(&app).await?))
}

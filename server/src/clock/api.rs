//! `/clock`.

use axum::Json;
use axum::extract::State;
use shared::clock::{ConfirmClock, ServerClock};
use shared::problem::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::clock::{confirm, look};
use crate::error::Result;
use crate::http::{Body, Principal};

/// The routes of the clock.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get)).routes(routes!(confirm_clock))
}

/// The server's clock, and why it is not believed when it is not.
#[utoipa::path(get, path = "/clock", tag = "clock", responses((status = 200, body = ServerClock)))]
async fn get(State(app): State<App>, _: Principal) -> Json<ServerClock> {
    let doubt = look::last_doubt(&app).await;
    Json(ServerClock { now: app.clock.now(), doubt })
}

/// Says that the clock is right after a jump. What is removed by its date goes from then on.
#[utoipa::path(post, path = "/clock/confirm", tag = "clock", request_body = ConfirmClock,
    responses((status = 200, body = ServerClock), (status = 403, body = Problem), (status = 409, body = Problem)))]
async fn confirm_clock(
    State(app): State<App>,
    principal: Principal,
    Body(request): Body<ConfirmClock>,
) -> Result<Json<ServerClock>> {
    Ok(Json(confirm::confirm(&app, &principal, request).await?))
}

//! `/account`.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode};
use shared::problem::Problem;
use shared::user::ChangePassword;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::account::change_password;
use crate::error::Result;
use crate::http::{Body, Principal, SessionCookie};

/// The routes of whoever is signed in, about themselves.
pub(in crate::auth) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(change_own_password))
}

/// Changes your own password; your other sessions end.
#[utoipa::path(post, path = "/account/change-password", tag = "auth", request_body = ChangePassword,
    responses((status = 204), (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn change_own_password(
    State(app): State<App>,
    principal: Principal,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Body(request): Body<ChangePassword>,
) -> Result<StatusCode> {
    let session = SessionCookie::of(&app.config).read(&headers);
    change_password::change(&app, &principal, address.ip(), session, request).await?;
    Ok(StatusCode::NO_CONTENT)
}

//! `/account/second-factor`, and a user's as an Owner removes it.

use std::net::SocketAddr;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode};
use shared::id::UserId;
use shared::problem::{Code, Problem};
use shared::second_factor::{
    BeginSecondFactor, ConfirmSecondFactor, NewSecondFactor, RecoveryCodes, RemoveSecondFactor, SecondFactorState,
};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::account::own_password;
use crate::auth::second_factor::{enrol, remove, store};
use crate::error::Result;
use crate::http::{Body, Path, Principal, SessionCookie};

/// The routes of second factors.
pub(in crate::auth) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(own_second_factor, begin_second_factor))
        .routes(routes!(confirm_second_factor))
        .routes(routes!(remove_own_second_factor))
        .routes(routes!(remove_second_factor))
}

/// How your own second factor stands.
#[utoipa::path(get, path = "/account/second-factor", tag = "auth", responses((status = 200, body = SecondFactorState)))]
async fn own_second_factor(State(app): State<App>, principal: Principal) -> Result<Json<SecondFactorState>> {
    let id = principal.user.ok_or(Code::Unauthenticated)?;
    Ok(Json(store::state(&mut *app.db.read().await?, id).await?))
}

/// Begins to add a second factor: the answer goes into an authenticator app. It counts once it is confirmed.
#[utoipa::path(post, path = "/account/second-factor", tag = "auth", request_body = BeginSecondFactor,
    responses((status = 201, body = NewSecondFactor), (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem)))]
async fn begin_second_factor(
    State(app): State<App>,
    principal: Principal,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Body(request): Body<BeginSecondFactor>,
) -> Result<(StatusCode, Json<NewSecondFactor>)> {
    let id = own_password::show(&app, &principal, address.ip(), ("password", &request.password)).await?;
    Ok((StatusCode::CREATED, Json(enrol::begin(&app, &principal, id).await?)))
}

/// Confirms the second factor by a code of the app; your other sessions end. The answer has the recovery codes, this once.
#[utoipa::path(post, path = "/account/second-factor/confirm", tag = "auth", request_body = ConfirmSecondFactor,
    responses((status = 200, body = RecoveryCodes), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
async fn confirm_second_factor(
    State(app): State<App>,
    principal: Principal,
    headers: HeaderMap,
    Body(request): Body<ConfirmSecondFactor>,
) -> Result<Json<RecoveryCodes>> {
    let id = principal.user.ok_or(Code::Unauthenticated)?;
    let session = SessionCookie::of(&app.config).read(&headers);
    Ok(Json(enrol::confirm(&app, &principal, id, session, &request.code).await?))
}

/// Removes your own second factor.
#[utoipa::path(post, path = "/account/second-factor/remove", tag = "auth", request_body = RemoveSecondFactor,
    responses((status = 204), (status = 404, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn remove_own_second_factor(
    State(app): State<App>,
    principal: Principal,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Body(request): Body<RemoveSecondFactor>,
) -> Result<StatusCode> {
    let id = own_password::show(&app, &principal, address.ip(), ("password", &request.password)).await?;
    remove::remove_own(&app, &principal, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Removes the second factor of someone who has lost it.
#[utoipa::path(delete, path = "/users/{id}/second-factor", tag = "auth", params(("id" = UserId, Path)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn remove_second_factor(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<UserId>,
) -> Result<StatusCode> {
    remove::remove_of(&app, &principal, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

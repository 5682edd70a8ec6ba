//! `/setup`, `/sessions`, and the routes of users, tokens and accounts.

use std::net::SocketAddr;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use shared::audit::Action;
use shared::auth::{Session, Setup, SetupState, SignIn};
use shared::problem::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::{Secret, account, identity, second_factor, sign_in, tokens, users};
use crate::error::Result;
use crate::http::{Body, SessionCookie};

/// The routes of people and their access.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(setup_state, set_up))
        .routes(routes!(open))
        .routes(routes!(current, close))
        .merge(users::api::routes())
        .merge(tokens::api::routes())
        .merge(account::api::routes())
        .merge(second_factor::api::routes())
        .merge(identity::api::routes())
}

/// Whether the server waits for its first Owner.
#[utoipa::path(get, path = "/setup", tag = "auth", responses((status = 200, body = SetupState)))]
async fn setup_state(State(app): State<App>) -> Result<Json<SetupState>> {
    Ok(Json(SetupState { needed: !users::any_user(&app).await? }))
}

/// Makes the first Owner by the one-time link and signs them in.
#[utoipa::path(post, path = "/setup", tag = "auth", request_body = Setup,
    responses((status = 201, body = Session), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn set_up(State(app): State<App>, Body(request): Body<Setup>) -> Result<Response> {
    let user = users::first_owner(&app, request).await?;
    signed_in(&app, sign_in::open_session(&app, user, Action::SessionOpen).await?)
}

/// Signs in: the answer sets the session's cookie.
#[utoipa::path(post, path = "/sessions", tag = "auth", request_body = SignIn,
    responses((status = 201, body = Session), (status = 401, body = Problem), (status = 429, body = Problem)))]
async fn open(
    State(app): State<App>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Body(request): Body<SignIn>,
) -> Result<Response> {
    signed_in(&app, sign_in::sign_in(&app, address.ip(), request).await?)
}

fn signed_in(app: &App, (session, secret): (Session, Secret)) -> Result<Response> {
    let cookie = SessionCookie::of(&app.config).set(&secret)?;
    Ok((StatusCode::CREATED, cookie, Json(session)).into_response())
}

/// Who is signed in; no content when nobody is.
#[utoipa::path(get, path = "/sessions/current", tag = "auth",
    responses((status = 200, body = Session), (status = 204, description = "Nobody is signed in.")))]
async fn current(State(app): State<App>, headers: HeaderMap) -> Result<Response> {
    let Some(secret) = SessionCookie::of(&app.config).read(&headers) else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let session = sign_in::by_session(&app, &secret).await?;
    Ok(session.map_or_else(|| StatusCode::NO_CONTENT.into_response(), |session| Json(session).into_response()))
}

/// Signs out.
#[utoipa::path(delete, path = "/sessions/current", tag = "auth", responses((status = 204)))]
async fn close(State(app): State<App>, headers: HeaderMap) -> Result<Response> {
    let cookie = SessionCookie::of(&app.config);
    if let Some(secret) = cookie.read(&headers) {
        sign_in::sign_out(&app, &secret).await?;
    }
    Ok((StatusCode::NO_CONTENT, cookie.clear()?).into_response())
}

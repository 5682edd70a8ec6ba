//! `/setup`, `/sessions`, `/users`, `/tokens`.

use std::net::SocketAddr;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use shared::auth::{CreateToken, CreateUser, NewToken, Session, Setup, SetupState, SignIn, Token, User};
use shared::id::TokenId;
use shared::page::Page;
use shared::problem::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::{Secret, sign_in, store, tokens, users};
use crate::error::Result;
use crate::http::{Body, Path, Principal, SessionCookie};

/// The routes of people and their access.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(setup_state, set_up))
        .routes(routes!(open))
        .routes(routes!(current, close))
        .routes(routes!(list_users, create_user))
        .routes(routes!(list_tokens, create_token))
        .routes(routes!(revoke_token))
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
    signed_in(&app, sign_in::open_session(&app, user).await?)
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

/// All users.
#[utoipa::path(get, path = "/users", tag = "auth", responses((status = 200, body = Page<User>)))]
async fn list_users(State(app): State<App>, principal: Principal) -> Result<Json<Page<User>>> {
    principal.on_everything()?;
    Ok(Json(Page::whole(store::users(&mut *app.db.read().await?).await?)))
}

/// Adds a user.
#[utoipa::path(post, path = "/users", tag = "auth", request_body = CreateUser,
    responses((status = 201, body = User), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create_user(
    State(app): State<App>,
    principal: Principal,
    Body(request): Body<CreateUser>,
) -> Result<(StatusCode, Json<User>)> {
    Ok((StatusCode::CREATED, Json(users::create(&app, &principal, request).await?)))
}

/// All tokens, without their secrets.
#[utoipa::path(get, path = "/tokens", tag = "auth", responses((status = 200, body = Page<Token>)))]
async fn list_tokens(State(app): State<App>, principal: Principal) -> Result<Json<Page<Token>>> {
    Ok(Json(Page::whole(tokens::list(&app, &principal).await?)))
}

/// Makes a token; its secret is in this answer and nowhere else.
#[utoipa::path(post, path = "/tokens", tag = "auth", request_body = CreateToken,
    responses((status = 201, body = NewToken), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn create_token(
    State(app): State<App>,
    principal: Principal,
    Body(request): Body<CreateToken>,
) -> Result<(StatusCode, Json<NewToken>)> {
    Ok((StatusCode::CREATED, Json(tokens::create(&app, &principal, request).await?)))
}

/// Ends a token at once.
#[utoipa::path(delete, path = "/tokens/{id}", tag = "auth", params(("id" = TokenId, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn revoke_token(State(app): State<App>, principal: Principal, Path(id): Path<TokenId>) -> Result<StatusCode> {
    tokens::revoke(&app, &principal, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

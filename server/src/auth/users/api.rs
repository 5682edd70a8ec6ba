//! `/users`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use shared::auth::{CreateUser, User};
use shared::id::UserId;
use shared::page::Page;
use shared::problem::{Code, Problem};
use shared::user::{ChangeUser, ResetPassword};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::users::{change, create, remove, reset};
use crate::auth::{store, users};
use crate::error::Result;
use crate::http::{Body, Path, Principal};

/// The routes of users.
pub(in crate::auth) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_users, create_user))
        .routes(routes!(get_user, change_user, delete_user))
        .routes(routes!(reset_password))
        .routes(routes!(end_sessions))
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
    Ok((StatusCode::CREATED, Json(create::create(&app, &principal, request).await?)))
}

/// A user.
#[utoipa::path(get, path = "/users/{id}", tag = "auth", params(("id" = UserId, Path)),
    responses((status = 200, body = User), (status = 404, body = Problem)))]
async fn get_user(State(app): State<App>, principal: Principal, Path(id): Path<UserId>) -> Result<Json<User>> {
    principal.on_everything()?;
    let user = users::store::by_id(&mut *app.db.read().await?, id).await?.ok_or(Code::NotFound)?;
    Ok(Json(user))
}

/// Changes what a user may do, from now on. Their tokens that go beyond it end.
#[utoipa::path(patch, path = "/users/{id}", tag = "auth", params(("id" = UserId, Path)), request_body = ChangeUser,
    responses((status = 200, body = User), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn change_user(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<UserId>,
    Body(request): Body<ChangeUser>,
) -> Result<Json<User>> {
    Ok(Json(change::change(&app, &principal, id, request).await?))
}

/// Removes a user; their sessions and tokens end.
#[utoipa::path(delete, path = "/users/{id}", tag = "auth", params(("id" = UserId, Path)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn delete_user(State(app): State<App>, principal: Principal, Path(id): Path<UserId>) -> Result<StatusCode> {
    remove::remove(&app, &principal, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives someone else a new password; their sessions end.
#[utoipa::path(post, path = "/users/{id}/reset-password", tag = "auth", params(("id" = UserId, Path)), request_body = ResetPassword,
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn reset_password(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<UserId>,
    Body(request): Body<ResetPassword>,
) -> Result<StatusCode> {
    reset::reset_password(&app, &principal, id, request).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs a user out everywhere.
#[utoipa::path(post, path = "/users/{id}/end-sessions", tag = "auth", params(("id" = UserId, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn end_sessions(State(app): State<App>, principal: Principal, Path(id): Path<UserId>) -> Result<StatusCode> {
    reset::end_sessions(&app, &principal, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

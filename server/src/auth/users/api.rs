//! `/users`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use shared::auth::{CreateUser, Role, User};
use shared::id::UserId;
use shared::page::CountedPage;
use shared::problem::{Code, Problem};
use shared::sort::{Sort, UserColumn};
use shared::user::{ChangeUser, ResetPassword};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::users;
use crate::auth::users::{change, create, list, remove, reset};
use crate::error::Result;
use crate::http::{Body, Cursor, Path, Principal, Query};
use crate::listing::Words;

/// The routes of users.
pub(in crate::auth) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_users, create_user))
        .routes(routes!(get_user, change_user, delete_user))
        .routes(routes!(reset_password))
        .routes(routes!(end_sessions))
}

/// Which users a list shows, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Only users with these words in their names; letters' case does not matter.
    q: Option<String>,
    /// Only users who have this role somewhere.
    #[param(inline)]
    role: Option<Role>,
    /// Only users with a second factor, or without.
    second_factor: Option<bool>,
    /// `name`, `last_signed_in` or `added`; with a `-` before it the other way round. By name when not given.
    #[param(value_type = Option<String>)]
    sort: Option<Sort<UserColumn>>,
}

/// Users, filtered and sorted.
#[utoipa::path(get, path = "/users", tag = "auth", params(Filter, Cursor),
    responses((status = 200, body = CountedPage<User>), (status = 422, body = Problem)))]
async fn list_users(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<CountedPage<User>>> {
    principal.on_everything()?;
    let filter = list::Filter {
        words: Words::read(filter.q.as_deref())?,
        role: filter.role,
        second_factor: filter.second_factor,
        sort: filter.sort.unwrap_or_default(),
    };
    Ok(Json(list::list(&app, filter, (cursor.after(), cursor.limit())).await?))
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

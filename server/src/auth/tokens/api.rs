//! `/tokens`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use shared::auth::{CreateToken, NewToken, Token};
use shared::id::TokenId;
use shared::page::Page;
use shared::problem::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::tokens::{create, revoke, store};
use crate::error::Result;
use crate::http::{Body, Path, Principal};

/// The routes of tokens.
pub(in crate::auth) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_tokens, create_token)).routes(routes!(revoke_token))
}

/// All tokens, oldest first, without their secrets.
#[utoipa::path(get, path = "/tokens", tag = "auth", responses((status = 200, body = Page<Token>)))]
async fn list_tokens(State(app): State<App>, principal: Principal) -> Result<Json<Page<Token>>> {
    principal.on_everything()?;
    Ok(Json(Page::whole(store::list(&mut *app.db.read().await?).await?)))
}

/// Makes a token; its secret is in this answer and nowhere else.
#[utoipa::path(post, path = "/tokens", tag = "auth", request_body = CreateToken,
    responses((status = 201, body = NewToken), (status = 403, body = Problem), (status = 422, body = Problem)))]
async fn create_token(
    State(app): State<App>,
    principal: Principal,
    Body(request): Body<CreateToken>,
) -> Result<(StatusCode, Json<NewToken>)> {
    Ok((StatusCode::CREATED, Json(create::create(&app, &principal, request).await?)))
}

/// Ends a token at once.
#[utoipa::path(delete, path = "/tokens/{id}", tag = "auth", params(("id" = TokenId, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn revoke_token(State(app): State<App>, principal: Principal, Path(id): Path<TokenId>) -> Result<StatusCode> {
    revoke::revoke(&app, &principal, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

//! `/tokens`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use shared::auth::{CreateToken, NewToken, Role, Token};
use shared::id::TokenId;
use shared::page::CountedPage;
use shared::problem::Problem;
use shared::sort::{Sort, TokenColumn};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::tokens::{create, list, revoke};
use crate::error::Result;
use crate::http::{Body, Cursor, Path, Principal, Query};
use crate::listing::Words;

/// The routes of tokens.
pub(in crate::auth) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_tokens, create_token)).routes(routes!(revoke_token))
}

/// Which tokens a list shows, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Only tokens with these words in their names; letters' case does not matter.
    q: Option<String>,
    /// Only tokens of this role.
    #[param(inline)]
    role: Option<Role>,
    /// `name`, `last_used` or `created`; with a `-` before it the other way round. The oldest first when not given.
    #[param(value_type = Option<String>)]
    sort: Option<Sort<TokenColumn>>,
}

/// Tokens without their secrets, filtered and sorted.
#[utoipa::path(get, path = "/tokens", tag = "auth", params(Filter, Cursor),
    responses((status = 200, body = CountedPage<Token>), (status = 422, body = Problem)))]
async fn list_tokens(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<CountedPage<Token>>> {
    principal.on_everything()?;
    let filter = list::Filter {
        words: Words::read(filter.q.as_deref())?,
        role: filter.role,
        sort: filter.sort.unwrap_or_default(),
    };
    Ok(Json(list::list(&app, filter, (cursor.after(), cursor.limit())).await?))
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

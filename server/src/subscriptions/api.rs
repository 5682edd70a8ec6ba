//! `/subscriptions`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use shared::page::Page;
use shared::problem::Problem;
use shared::subscription::{CreateSubscription, Subscription};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Body, Principal};

/// The routes of subscriptions.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, create))
}

/// All subscriptions, oldest first.
#[utoipa::path(get, path = "/subscriptions", tag = "subscriptions", responses((status = 200, body = Page<Subscription>)))]
async fn list(State(app): State<App>, _: Principal) -> Result<Json<Page<Subscription>>> {
    Ok(Json(Page::whole(super::store::list(&mut *app.db.read().await?).await?)))
}

/// Makes a subscription.
#[utoipa::path(post, path = "/subscriptions", tag = "subscriptions", request_body = CreateSubscription,
    responses((status = 201, body = Subscription), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(app): State<App>,
    principal: Principal,
    Body(request): Body<CreateSubscription>,
) -> Result<(StatusCode, Json<Subscription>)> {
    Ok((StatusCode::CREATED, Json(super::create(&app, &principal, request).await?)))
}

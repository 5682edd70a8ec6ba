//! The routes, put together, with what every request passes.

use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use shared::problem::Code;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::error::{Error, Result};
use crate::http::{access, client_address, limits, openapi, origin, page, problem, stream};

/// The routes of all domains beneath the API's prefix, described in the document.
pub(super) fn api(document: OpenApi) -> OpenApiRouter<App> {
    let domains = OpenApiRouter::new()
        .merge(crate::auth::api::routes())
        .merge(crate::audit::api::routes())
        .merge(crate::screens::api::routes())
        .merge(stream::routes())
        .merge(crate::clock::api::routes())
        .merge(crate::overview::api::routes())
        .merge(crate::history::api::routes())
        .merge(crate::search::api::routes())
        .merge(crate::help::api::routes())
        .merge(crate::notifications::api::routes())
        .merge(crate::locations::api::routes())
        .merge(crate::subscriptions::api::routes())
        .merge(crate::resource_groups::api::routes())
        .merge(crate::hosts::api::routes())
        .merge(crate::machines::api::routes())
        .merge(crate::vaults::api::routes())
        .merge(crate::maintenance::api::routes())
        .merge(crate::policies::api::routes())
        .merge(crate::items::api::routes())
        .merge(crate::recovery_points::api::routes())
        .merge(crate::jobs::api::routes());
    OpenApiRouter::with_openapi(document).nest(access::PREFIX, domains)
}

/// Everything that the server answers.
pub fn router(app: &App) -> Router {
    let (api, _) = api(OpenApi::default()).split_for_parts();
    let guarded = api
        .layer(from_fn_with_state(app.clone(), limits::in_time))
        .route_layer(from_fn_with_state(app.clone(), access::check))
        .method_not_allowed_fallback(method_not_allowed);
    Router::new()
        .merge(guarded)
        .route("/api/openapi.json", get(async || Json(openapi::document())))
        .route("/healthz", get(async || StatusCode::NO_CONTENT))
        .route("/readyz", get(ready))
        .fallback(unrouted)
        .layer(axum::extract::DefaultBodyLimit::max(limits::BODY_BYTES_MAX))
        .layer(from_fn(limits::in_size))
        .layer(from_fn_with_state(app.clone(), origin::check))
        .layer(from_fn_with_state(app.clone(), client_address::resolve))
        .layer(CatchPanicLayer::custom(limits::panicked))
        .layer(from_fn(limits::headers))
        .layer(from_fn(problem::trace))
        .with_state(app.clone())
}

/// Whether the database answers.
async fn ready(State(app): State<App>) -> Result<StatusCode> {
    crate::auth::any_user(&app).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn method_not_allowed() -> Error {
    Code::MethodNotAllowed.into()
}

/// Files of the page, or the page itself for every address that it routes.
async fn unrouted(uri: Uri, headers: axum::http::HeaderMap) -> Response {
    if uri.path().starts_with("/api/") {
        return Error::from(Code::NotFound).into_response();
    }
    page::file(uri.path(), &headers)
}

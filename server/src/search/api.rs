//! `GET /search`.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use shared::page::Page;
use shared::search::Hit;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Principal, Query};

/// The route of the search.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(find))
}

/// What is searched for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// A part of a name, at most 100 characters; letters' case does not matter.
    #[serde(default)]
    q: String,
}

/// Up to five of each kind whose names hold the text, those that begin with it first. Of jobs the thousand newest are looked at.
#[utoipa::path(get, path = "/search", tag = "search", params(Wanted), responses((status = 200, body = Page<Hit>)))]
async fn find(State(app): State<App>, principal: Principal, Query(wanted): Query<Wanted>) -> Result<Json<Page<Hit>>> {
    Ok(Json(Page::whole(super::search(&app, &principal, &wanted.q).await?)))
}

//! `/overview/history` and `/items/{id}/days`.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use shared::day::ItemDays;
use shared::history::History;
use shared::id::{ItemId, VaultId};
use shared::problem::{Code, Problem};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::history::{item, vaults};
use crate::http::{Path, Principal, Query};
use crate::items;

/// The routes of the last thirty days.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(history)).routes(routes!(item_days))
}

/// What a history is over.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Only {
    /// Only this vault.
    vault_id: Option<VaultId>,
}

/// The last thirty days of vaults, and how their storage grew.
#[utoipa::path(get, path = "/overview/history", tag = "overview", params(Only), responses((status = 200, body = History)))]
async fn history(State(app): State<App>, principal: Principal, Query(only): Query<Only>) -> Result<Json<History>> {
    Ok(Json(vaults::history(&app, &principal, only.vault_id).await?))
}

/// The last thirty days of an item, by its policy's calendar.
#[utoipa::path(get, path = "/items/{id}/days", tag = "items", params(("id" = ItemId, Path)),
    responses((status = 200, body = ItemDays), (status = 404, body = Problem)))]
async fn item_days(State(app): State<App>, principal: Principal, Path(id): Path<ItemId>) -> Result<Json<ItemDays>> {
    let now = app.clock.now();
    let mut connection = app.db.read().await?;
    let row = items::by_id(&mut connection, id, now).await?.ok_or(Code::NotFound)?;
    principal.on(row.place)?;
    Ok(Json(item::days(&mut connection, &row.record, now).await?))
}

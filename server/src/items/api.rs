//! `/items`, and the way of many machines into a vault.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use shared::health::Health;
use shared::id::{ItemId, VaultId};
use shared::item::{BackupNow, Item, ProtectMachines, ProtectedMachines};
use shared::job::Job;
use shared::page::Page;
use shared::problem::{Code, Problem};
use shared::recovery_point::RecoveryPoint;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Body, Cursor, Path, Principal, Query};
use crate::items::{backup_now, enable_many, store};
use crate::listing::Gather;
use crate::recovery_points;

/// The routes of items.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(get))
        .routes(routes!(backup))
        .routes(routes!(list_recovery_points))
        .routes(routes!(protect))
}

/// Which items a list shows.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Only items of this vault.
    vault_id: Option<VaultId>,
    /// Only items in this state.
    #[param(inline)]
    health: Option<Health>,
}

/// Items by their machines' names.
#[utoipa::path(get, path = "/items", tag = "items", params(Filter, Cursor), responses((status = 200, body = Page<Item>)))]
async fn list(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<Page<Item>>> {
    let now = app.clock.now();
    let wanted_health = |item: &Item| filter.health.is_none_or(|health| item.health == health);
    let mut gather = Gather::new(cursor.after(), cursor.limit());
    let mut connection = app.db.read().await?;
    while let Some(wanted) = gather.wanted() {
        let batch = store::list(&mut connection, filter.vault_id, now, wanted).await?;
        gather.add(
            batch,
            |item| item.id.to_string(),
            |located| principal.sees(located.place) && wanted_health(&located.record),
        );
    }
    Ok(Json(gather.page()))
}

/// An item.
#[utoipa::path(get, path = "/items/{id}", tag = "items", params(("id" = ItemId, Path)),
    responses((status = 200, body = Item), (status = 404, body = Problem)))]
async fn get(State(app): State<App>, principal: Principal, Path(id): Path<ItemId>) -> Result<Json<Item>> {
    let row = store::by_id(&mut *app.db.read().await?, id, app.clock.now()).await?.ok_or(Code::NotFound)?;
    principal.on(row.place)?;
    Ok(Json(row.record))
}

/// Takes a recovery point now.
#[utoipa::path(post, path = "/items/{id}/backup", tag = "items", params(("id" = ItemId, Path)), request_body = BackupNow,
    responses((status = 202, body = Job), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn backup(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<ItemId>,
    Body(request): Body<BackupNow>,
) -> Result<(StatusCode, Json<Job>)> {
    Ok((StatusCode::ACCEPTED, Json(backup_now::backup_now(&app, &principal, id, request).await?)))
}

/// The item's recovery points, newest first.
#[utoipa::path(get, path = "/items/{id}/recovery-points", tag = "items", params(("id" = ItemId, Path), Cursor),
    responses((status = 200, body = Page<RecoveryPoint>), (status = 404, body = Problem)))]
async fn list_recovery_points(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<ItemId>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<Page<RecoveryPoint>>> {
    let mut connection = app.db.read().await?;
    let row = store::by_id(&mut connection, id, app.clock.now()).await?.ok_or(Code::NotFound)?;
    principal.on(row.place)?;
    let points = recovery_points::of_item(&mut connection, id, (cursor.after().to_owned(), cursor.limit())).await?;
    Ok(Json(cursor.page(points, |point| point.id.to_string())))
}

/// Puts many machines under a policy of the vault, and says of each what came of it.
///
/// Each follows the rules of `POST /machines/{id}/protection`. Those that can be protected are, whatever becomes of the others.
#[utoipa::path(post, path = "/vaults/{id}/items", tag = "items", params(("id" = VaultId, Path)), request_body = ProtectMachines,
    responses((status = 200, body = ProtectedMachines), (status = 400, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn protect(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<VaultId>,
    Body(request): Body<ProtectMachines>,
) -> Result<Json<ProtectedMachines>> {
    Ok(Json(enable_many::enable_many(&app, &principal, id, request).await?))
}

//! `/items`, and the way of many machines into a vault.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::health::Health;
use shared::id::{ItemId, PolicyId, VaultId};
use shared::item::{BackupNow, Item, ProtectMachines, ProtectedMachines, ProtectionState, ResumeProtection};
use shared::job::Job;
use shared::page::CountedPage;
use shared::problem::{Code, Problem};
use shared::recovery_point::{Consistency, RecoveryPoint};
use shared::sort::{ItemColumn, PointColumn, Sort};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Body, Cursor, Path, Principal, Query};
use crate::items::{backup_now, enable_many, list, resume, store};
use crate::listing::Words;
use crate::recovery_points;

/// The routes of items.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(get))
        .routes(routes!(backup))
        .routes(routes!(resume))
        .routes(routes!(list_recovery_points))
        .routes(routes!(protect))
}

/// Which items a list shows, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Only items whose machine's name has these words in it; letters' case does not matter.
    q: Option<String>,
    /// Only items of this vault.
    vault_id: Option<VaultId>,
    /// Only items under this policy.
    policy_id: Option<PolicyId>,
    /// Only items that are like this.
    #[param(inline)]
    health: Option<Health>,
    /// Only items in this state.
    #[param(inline)]
    state: Option<ProtectionState>,
    /// `name`, `health`, `newest_point`, `policy` or `vault`; with a `-` before it the other way round. By name when not given.
    #[param(value_type = Option<String>)]
    sort: Option<Sort<ItemColumn>>,
}

/// Items, filtered and sorted.
#[utoipa::path(get, path = "/items", tag = "items", params(Filter, Cursor),
    responses((status = 200, body = CountedPage<Item>), (status = 422, body = Problem)))]
async fn list(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<CountedPage<Item>>> {
    let filter = list::Filter {
        words: Words::read(filter.q.as_deref())?,
        vault_id: filter.vault_id,
        policy_id: filter.policy_id,
        health: filter.health,
        state: filter.state,
        sort: filter.sort.unwrap_or_default(),
    };
    Ok(Json(list::list(&app, &principal, filter, (cursor.after(), cursor.limit())).await?))
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

/// Resumes the protection of an item that is stopped.
///
/// Its points are kept for as long as their days say from then on; until then they are on hold.
#[utoipa::path(post, path = "/items/{id}/resume", tag = "items", params(("id" = ItemId, Path)), request_body = ResumeProtection,
    responses((status = 200, body = Item), (status = 400, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
async fn resume(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<ItemId>,
    Body(request): Body<ResumeProtection>,
) -> Result<Json<Item>> {
    Ok(Json(resume::resume(&app, &principal, id, request).await?))
}

/// Which of an item's recovery points a list shows, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct PointFilter {
    /// Only points of which just this can be said.
    #[param(inline)]
    consistency: Option<Consistency>,
    /// Only points whose data was checked, or was not.
    verified: Option<bool>,
    /// Only points that were taken at this time or later.
    since: Option<DateTime<Utc>>,
    /// Only points that were taken before this time.
    until: Option<DateTime<Utc>>,
    /// `taken`, `new_data`, `stored` or `expires`; with a `-` before it the other way round. The newest first when not given.
    #[param(value_type = Option<String>)]
    sort: Option<Sort<PointColumn>>,
}

/// The item's recovery points, filtered and sorted.
#[utoipa::path(get, path = "/items/{id}/recovery-points", tag = "items", params(("id" = ItemId, Path), PointFilter, Cursor),
    responses((status = 200, body = CountedPage<RecoveryPoint>), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn list_recovery_points(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<ItemId>,
    Query(filter): Query<PointFilter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<CountedPage<RecoveryPoint>>> {
    let mut connection = app.db.read().await?;
    let row = store::by_id(&mut connection, id, app.clock.now()).await?.ok_or(Code::NotFound)?;
    principal.on(row.place)?;
    let filter = recovery_points::Filter {
        consistency: filter.consistency,
        verified: filter.verified,
        since: filter.since,
        until: filter.until,
        sort: filter.sort.unwrap_or_default(),
    };
    Ok(Json(recovery_points::list(&mut connection, id, filter, (cursor.after(), cursor.limit())).await?))
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

//! `/machines`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use shared::id::{HostId, LocationId, MachineId};
use shared::item::Item;
use shared::machine::{EnableBackup, Machine};
use shared::page::Page;
use shared::problem::{Code, Problem};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Body, Cursor, Path, Principal, Query};
use crate::items;
use crate::listing::Gather;
use crate::machines::store;

/// The routes of machines.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(get)).routes(routes!(protect))
}

/// Which machines a list shows.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// `none`: only those in no policy; `protected`: only the others.
    protection: Option<String>,
    /// Only machines on this host.
    host_id: Option<HostId>,
    /// Only machines in this location.
    location_id: Option<LocationId>,
}

/// Machines by name.
#[utoipa::path(get, path = "/machines", tag = "machines", params(Filter, Cursor), responses((status = 200, body = Page<Machine>)))]
async fn list(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<Page<Machine>>> {
    let filter = store::Filter {
        protection: filter.protection.unwrap_or_default(),
        host_id: filter.host_id,
        location_id: filter.location_id,
    };
    let mut gather = Gather::new(cursor.after(), cursor.limit());
    let mut connection = app.db.read().await?;
    while let Some(wanted) = gather.wanted() {
        let batch = store::list(&mut connection, &filter, wanted).await?;
        gather.add(batch, |machine| machine.id.to_string(), |located| principal.sees(located.place));
    }
    Ok(Json(gather.page()))
}

/// A machine.
#[utoipa::path(get, path = "/machines/{id}", tag = "machines", params(("id" = MachineId, Path)),
    responses((status = 200, body = Machine), (status = 404, body = Problem)))]
async fn get(State(app): State<App>, principal: Principal, Path(id): Path<MachineId>) -> Result<Json<Machine>> {
    let found = store::by_id(&mut *app.db.read().await?, id).await?.ok_or(Code::NotFound)?;
    principal.on(found.place)?;
    Ok(Json(found.record.machine))
}

/// Puts the machine under a policy of a vault in its location. It makes no recovery point.
#[utoipa::path(post, path = "/machines/{id}/protection", tag = "machines", params(("id" = MachineId, Path)), request_body = EnableBackup,
    responses((status = 201, body = Item), (status = 400, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn protect(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<MachineId>,
    Body(request): Body<EnableBackup>,
) -> Result<(StatusCode, Json<Item>)> {
    Ok((StatusCode::CREATED, Json(items::enable(&app, &principal, id, request).await?)))
}

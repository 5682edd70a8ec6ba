//! `/machines`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use shared::id::{HostId, LocationId, MachineId, ResourceGroupId, VaultId};
use shared::item::Item;
use shared::job::Job;
use shared::machine::{Machine, ProtectMachine, ProtectableMachines};
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
use crate::machines::{protectable, store};

/// The routes of machines.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(get))
        .routes(routes!(protect))
        .routes(routes!(list_protectable))
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
///
/// A vault that is made for the machine takes it as soon as its storage is ready: the answer is the job that makes it.
#[utoipa::path(post, path = "/machines/{id}/protection", tag = "machines", params(("id" = MachineId, Path)), request_body = ProtectMachine,
    responses((status = 201, body = Item), (status = 202, body = Job), (status = 400, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn protect(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<MachineId>,
    Body(request): Body<ProtectMachine>,
) -> Result<Response> {
    Ok(match request {
        ProtectMachine::InVault(request) => {
            (StatusCode::CREATED, Json(items::enable(&app, &principal, id, request).await?)).into_response()
        }
        ProtectMachine::InNewVault(request) => {
            let job = items::enable_in_new_vault(&app, &principal, id, request.new_vault).await?;
            (StatusCode::ACCEPTED, Json(job)).into_response()
        }
    })
}

/// Which of the machines that a vault could protect a list shows.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ProtectableFilter {
    /// Only machines whose name has this in it; letters' case does not matter.
    name: Option<String>,
    /// Only machines of this resource group.
    resource_group_id: Option<ResourceGroupId>,
}

/// The machines that the vault could protect, by name: those in its location that no vault protects.
#[utoipa::path(get, path = "/vaults/{id}/protectable-machines", tag = "machines", params(("id" = VaultId, Path), ProtectableFilter, Cursor),
    responses((status = 200, body = ProtectableMachines), (status = 404, body = Problem)))]
async fn list_protectable(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<VaultId>,
    Query(filter): Query<ProtectableFilter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<ProtectableMachines>> {
    let name = filter.name.unwrap_or_default().to_lowercase();
    let wanted = |machine: &Machine| {
        machine.name.to_lowercase().contains(&name)
            && filter.resource_group_id.is_none_or(|group| machine.resource_group.id == group)
    };
    let gather = Gather::new(cursor.after(), cursor.limit());
    Ok(Json(protectable::protectable(&app, &principal, id, (gather, wanted)).await?))
}

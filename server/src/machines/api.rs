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
use shared::page::CountedPage;
use shared::problem::{Code, Problem};
use shared::sort::{MachineColumn, Sort};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Body, Cursor, Path, Principal, Query};
use crate::items;
use crate::listing::Words;
use crate::machines::list::{PresenceFilter, ProtectionFilter};
use crate::machines::{list, protectable, store};

/// The routes of machines.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(get))
        .routes(routes!(protect))
        .routes(routes!(list_protectable))
}

/// Which machines a list shows, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Only machines that have these words in their name or in that of their host, location or resource group; letters' case does not matter.
    q: Option<String>,
    /// `none`: only those in no policy; `protected`: only the others.
    #[param(inline)]
    protection: Option<ProtectionFilter>,
    /// Only machines that were there at the last look, or were not, or cannot be backed up as they are.
    #[param(inline)]
    presence: Option<PresenceFilter>,
    /// Only machines on this host.
    host_id: Option<HostId>,
    /// Only machines in this location.
    location_id: Option<LocationId>,
    /// Only machines of this resource group.
    resource_group_id: Option<ResourceGroupId>,
    /// `name`, `protection`, `host`, `location` or `resource_group`; with a `-` before it the other way round. By name when not given.
    #[param(value_type = Option<String>)]
    sort: Option<Sort<MachineColumn>>,
}

/// Machines, filtered and sorted.
#[utoipa::path(get, path = "/machines", tag = "machines", params(Filter, Cursor),
    responses((status = 200, body = CountedPage<Machine>), (status = 422, body = Problem)))]
async fn list(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<CountedPage<Machine>>> {
    let filter = list::Filter {
        words: Words::read(filter.q.as_deref())?,
        protection: filter.protection,
        presence: filter.presence,
        host_id: filter.host_id,
        location_id: filter.location_id,
        resource_group_id: filter.resource_group_id,
        sort: filter.sort.unwrap_or_default(),
    };
    Ok(Json(list::list(&app, &principal, filter, (cursor.after(), cursor.limit())).await?))
}

/// A machine.
#[utoipa::path(get, path = "/machines/{id}", tag = "machines", params(("id" = MachineId, Path)),
    responses((status = 200, body = Machine), (status = 404, body = Problem)))]
async fn get(State(app): State<App>, principal: Principal, Path(id): Path<MachineId>) -> Result<Json<Machine>> {
    let found = store::by_id(&mut *app.db.read().await?, id, app.clock.now()).await?.ok_or(Code::NotFound)?;
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
    /// As `q` of the list of machines.
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
    let filter = list::Filter {
        words: Words::read(filter.name.as_deref())?,
        resource_group_id: filter.resource_group_id,
        ..list::Filter::default()
    };
    let page = (cursor.after(), cursor.limit());
    Ok(Json(protectable::protectable(&app, &principal, id, (filter, page)).await?))
}

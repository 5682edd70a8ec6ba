//! `/vaults`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use shared::connect::{ConnectVault, FoundFolder, FoundVault, InspectVault};
use shared::id::{LocationId, ResourceGroupId, VaultId};
use shared::job::Job;
use shared::page::{CountedPage, Page};
use shared::policy::Policy;
use shared::problem::{Code, Problem};
use shared::sort::{Sort, VaultColumn};
use shared::vault::{BackupConfiguration, CreateVault, Redundancy, Vault, VaultPassword};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Body, Cursor, Path, Principal, Query};
use crate::listing::Words;
use crate::policies;
use crate::vaults::complete::{complete, complete_all};
use crate::vaults::{self, configure, password, store};

/// The routes of vaults.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(inspect))
        .routes(routes!(connect))
        .routes(routes!(list_found))
        .routes(routes!(get, delete))
        .routes(routes!(read_password))
        .routes(routes!(confirm_password))
        .routes(routes!(list_policies))
        .routes(routes!(configure_backup))
}

/// Which vaults a list shows, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Only vaults that have these words in their name or in that of their location or resource group; letters' case does not matter.
    q: Option<String>,
    /// Only vaults in this location.
    location_id: Option<LocationId>,
    /// Only vaults of this resource group.
    resource_group_id: Option<ResourceGroupId>,
    /// Only vaults that keep their data so often.
    #[param(inline)]
    redundancy: Option<Redundancy>,
    /// `name`, `location`, `resource_group` or `created`; with a `-` before it the other way round. By name when not given.
    #[param(value_type = Option<String>)]
    sort: Option<Sort<VaultColumn>>,
}

/// Vaults, filtered and sorted.
#[utoipa::path(get, path = "/vaults", tag = "vaults", params(Filter, Cursor),
    responses((status = 200, body = CountedPage<Vault>), (status = 422, body = Problem)))]
async fn list(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<CountedPage<Vault>>> {
    let filter = vaults::list::Filter {
        words: Words::read(filter.q.as_deref())?,
        location_id: filter.location_id,
        resource_group_id: filter.resource_group_id,
        redundancy: filter.redundancy,
        sort: filter.sort.unwrap_or_default(),
    };
    let page = vaults::list::list(&app, &principal, filter, (cursor.after(), cursor.limit())).await?;
    let items = complete_all(&app, page.items).await?;
    Ok(Json(CountedPage { items, next: page.next, total: page.total }))
}

/// Creates a vault: the answer is the job that makes its storage.
#[utoipa::path(post, path = "/vaults", tag = "vaults", request_body = CreateVault,
    responses((status = 202, body = Job), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(app): State<App>,
    principal: Principal,
    Body(request): Body<CreateVault>,
) -> Result<(StatusCode, Json<Job>)> {
    Ok((StatusCode::ACCEPTED, Json(vaults::create(&app, &principal, request).await?)))
}

/// Tells what is in a vault that there is, before it is connected. Nothing is changed.
#[utoipa::path(post, path = "/vaults/inspect", tag = "vaults", request_body = InspectVault,
    responses((status = 200, body = FoundVault), (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 500, body = Problem), (status = 503, body = Problem)))]
async fn inspect(
    State(app): State<App>,
    principal: Principal,
    Body(request): Body<InspectVault>,
) -> Result<Json<FoundVault>> {
    Ok(Json(vaults::inspect(&app, &principal, request).await?))
}

/// Connects a vault that there is: its policies, items and points become known here.
///
/// The items' protection is stopped, and their points are on hold, until `POST /items/{id}/resume`. No other server may work with the vault from
/// then on: the locks in it keep its data whole, but each server would know only its own points.
#[utoipa::path(post, path = "/vaults/connect", tag = "vaults", request_body = ConnectVault,
    responses((status = 201, body = Vault), (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 500, body = Problem), (status = 503, body = Problem)))]
async fn connect(
    State(app): State<App>,
    principal: Principal,
    Body(request): Body<ConnectVault>,
) -> Result<(StatusCode, Json<Vault>)> {
    let row = vaults::connect(&app, &principal, request).await?;
    Ok((StatusCode::CREATED, Json(complete(&app, row).await?)))
}

/// Folders of the location's storage that look like vaults and that no vault here lies in, by name.
#[utoipa::path(get, path = "/locations/{id}/found-vaults", tag = "vaults", params(("id" = LocationId, Path)),
    responses((status = 200, body = Page<FoundFolder>), (status = 404, body = Problem), (status = 503, body = Problem)))]
async fn list_found(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<LocationId>,
) -> Result<Json<Page<FoundFolder>>> {
    Ok(Json(Page::whole(vaults::found_in(&app, &principal, id).await?)))
}

/// A vault.
#[utoipa::path(get, path = "/vaults/{id}", tag = "vaults", params(("id" = VaultId, Path)),
    responses((status = 200, body = Vault), (status = 404, body = Problem)))]
async fn get(State(app): State<App>, principal: Principal, Path(id): Path<VaultId>) -> Result<Json<Vault>> {
    let row = store::by_id(&mut *app.db.read().await?, id).await?.ok_or(Code::NotFound)?;
    principal.on(row.place())?;
    Ok(Json(complete(&app, row).await?))
}

/// Deletes a vault that holds no items.
#[utoipa::path(delete, path = "/vaults/{id}", tag = "vaults", params(("id" = VaultId, Path)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn delete(State(app): State<App>, principal: Principal, Path(id): Path<VaultId>) -> Result<StatusCode> {
    vaults::delete(&app, &principal, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The password that opens the vault with Cofre or with stock restic. Reading it stands in the activity log.
#[utoipa::path(get, path = "/vaults/{id}/password", tag = "vaults", params(("id" = VaultId, Path)),
    responses((status = 200, body = VaultPassword), (status = 404, body = Problem)))]
async fn read_password(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<VaultId>,
) -> Result<Json<VaultPassword>> {
    Ok(Json(password::read(&app, &principal, id).await?))
}

/// Confirms that the password is stored elsewhere.
#[utoipa::path(post, path = "/vaults/{id}/confirm-password", tag = "vaults", params(("id" = VaultId, Path)),
    responses((status = 200, body = Vault), (status = 404, body = Problem)))]
async fn confirm_password(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<VaultId>,
) -> Result<Json<Vault>> {
    password::confirm(&app, &principal, id).await?;
    let row = store::by_id(&mut *app.db.read().await?, id).await?.ok_or(Code::NotFound)?;
    Ok(Json(complete(&app, row).await?))
}

/// The vault's policies by name.
#[utoipa::path(get, path = "/vaults/{id}/policies", tag = "vaults", params(("id" = VaultId, Path)),
    responses((status = 200, body = Page<Policy>), (status = 404, body = Problem)))]
async fn list_policies(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<VaultId>,
) -> Result<Json<Page<Policy>>> {
    let mut connection = app.db.read().await?;
    let row = store::by_id(&mut connection, id).await?.ok_or(Code::NotFound)?;
    principal.on(row.place())?;
    Ok(Json(Page::whole(policies::of_vault(&mut connection, id).await?)))
}

/// Changes how the vault keeps its data, while it protects nothing yet.
#[utoipa::path(patch, path = "/vaults/{id}/backup-configuration", tag = "vaults", params(("id" = VaultId, Path)),
    request_body = BackupConfiguration,
    responses((status = 200, body = Vault), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn configure_backup(
    State(app): State<App>,
    principal: Principal,
    Path(id): Path<VaultId>,
    Body(request): Body<BackupConfiguration>,
) -> Result<Json<Vault>> {
    configure::configure(&app, &principal, id, request).await?;
    let row = store::by_id(&mut *app.db.read().await?, id).await?.ok_or(Code::NotFound)?;
    Ok(Json(complete(&app, row).await?))
}

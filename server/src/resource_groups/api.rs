//! `/resource-groups`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use shared::id::{ItemId, VaultId};
use shared::page::Page;
use shared::problem::Problem;
use shared::resource_group::{CollectionGroup, CreateResourceGroup, ResourceGroup};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::Place;
use crate::error::Result;
use crate::http::{Body, Principal, Query};

/// The routes of resource groups.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(list_collections))
}

/// The groups that you may see, oldest first.
#[utoipa::path(get, path = "/resource-groups", tag = "resource_groups", responses((status = 200, body = Page<ResourceGroup>)))]
async fn list(State(app): State<App>, principal: Principal) -> Result<Json<Page<ResourceGroup>>> {
    let mut groups = super::store::list(&mut *app.db.read().await?).await?;
    groups.retain(|group| principal.sees(Place::group(group.id)));
    Ok(Json(Page::whole(groups)))
}

/// Whose groups a list shows.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Only {
    /// Only groups that hold collections of this vault's items.
    vault_id: Option<VaultId>,
    /// Only the group that holds this item's collection.
    item_id: Option<ItemId>,
}

/// The virtual groups of restore point collections, by location. Nobody makes or changes them.
#[utoipa::path(get, path = "/resource-groups/restore-points", tag = "resource_groups", params(Only),
    responses((status = 200, body = Page<CollectionGroup>), (status = 422, body = Problem)))]
async fn list_collections(
    State(app): State<App>,
    principal: Principal,
    Query(only): Query<Only>,
) -> Result<Json<Page<CollectionGroup>>> {
    let groups = super::collections::groups(&app, &principal, (only.vault_id, only.item_id)).await?;
    Ok(Json(Page::whole(groups)))
}

/// Makes a resource group.
#[utoipa::path(post, path = "/resource-groups", tag = "resource_groups", request_body = CreateResourceGroup,
    responses((status = 201, body = ResourceGroup), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(app): State<App>,
    principal: Principal,
    Body(request): Body<CreateResourceGroup>,
) -> Result<(StatusCode, Json<ResourceGroup>)> {
    Ok((StatusCode::CREATED, Json(super::create(&app, &principal, request).await?)))
}

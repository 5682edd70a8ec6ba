//! `GET /locations`.

use axum::Json;
use axum::extract::State;
use shared::location::Location;
use shared::page::Page;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::Principal;
use crate::locations;

/// The routes of locations.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// The places that are configured, by name.
#[utoipa::path(get, path = "/locations", tag = "locations", responses((status = 200, body = Page<Location>)))]
async fn list(State(app): State<App>, _: Principal) -> Result<Json<Page<Location>>> {
    let known = locations::list(&mut *app.db.read().await?).await?;
    let mut items = Vec::new();
    for location in known {
        let Some(storage) = locations::storage(&app.config, &location.name) else { continue };
        let storage_root = storage.to_string();
        let folder = locations::folder(&app, &location.name);
        let room = tokio::task::spawn_blocking(move || locations::room(&folder?)).await?;
        items.push(Location {
            id: location.id,
            name: location.name,
            storage_root,
            capacity_bytes: room.map(|room| room.capacity_bytes),
            free_bytes: room.map(|room| room.free_bytes),
        });
    }
    Ok(Json(Page::whole(items)))
}

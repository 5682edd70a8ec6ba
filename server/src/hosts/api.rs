//! `/hosts`, `/image-roots`, `/sample-disks`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use shared::host::{CreateHost, Host};
use shared::id::HostId;
use shared::job::Job;
use shared::page::Page;
use shared::problem::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::Place;
use crate::error::Result;
use crate::hosts::{self, discover, store};
use crate::http::{Body, Path, Principal};
use crate::samples;

/// The routes of hosts.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(discover_host))
        .routes(routes!(image_roots))
        .routes(routes!(sample_disks))
}

/// The hosts whose machines you may see, by name.
#[utoipa::path(get, path = "/hosts", tag = "hosts", responses((status = 200, body = Page<Host>)))]
async fn list(State(app): State<App>, principal: Principal) -> Result<Json<Page<Host>>> {
    let mut rows = store::list(&mut *app.db.read().await?).await?;
    rows.retain(|row| principal.sees(Place::group(row.resource_group_id)));
    Ok(Json(Page::whole(rows.into_iter().map(|row| row.host).collect())))
}

/// Adds a folder of disk images and looks at it at once.
#[utoipa::path(post, path = "/hosts", tag = "hosts", request_body = CreateHost,
    responses((status = 201, body = Host), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create(
    State(app): State<App>,
    principal: Principal,
    Body(request): Body<CreateHost>,
) -> Result<(StatusCode, Json<Host>)> {
    Ok((StatusCode::CREATED, Json(hosts::create(&app, &principal, request).await?)))
}

/// Looks at the host now.
#[utoipa::path(post, path = "/hosts/{id}/discover", tag = "hosts", params(("id" = HostId, Path)),
    responses((status = 200, body = Host), (status = 404, body = Problem)))]
async fn discover_host(State(app): State<App>, principal: Principal, Path(id): Path<HostId>) -> Result<Json<Host>> {
    Ok(Json(discover::discover_now(&app, &principal, id).await?))
}

/// The roots of `cofre.toml` that hosts' folders may lie beneath.
#[utoipa::path(get, path = "/image-roots", tag = "hosts", responses((status = 200, body = Vec<String>)))]
async fn image_roots(State(app): State<App>, principal: Principal) -> Result<Json<Vec<String>>> {
    principal.on_everything()?;
    Ok(Json(app.config.image_roots.iter().map(|root| root.display().to_string()).collect()))
}

/// Makes three machines to try things with.
#[utoipa::path(post, path = "/sample-disks", tag = "hosts", responses((status = 202, body = Job), (status = 409, body = Problem)))]
async fn sample_disks(State(app): State<App>, principal: Principal) -> Result<(StatusCode, Json<Job>)> {
    Ok((StatusCode::ACCEPTED, Json(samples::request(&app, &principal).await?)))
}

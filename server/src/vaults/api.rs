//! `/vaults`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use shared::id::VaultId;
use shared::job::Job;
use shared::page::Page;
use shared::policy::Policy;
use shared::problem::{Code, Problem};
use shared::vault::{BackupConfiguration, CreateVault, Vault, VaultPassword};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Body, Cursor, Path, Principal, Query};
use crate::listing::Gather;
use crate::policies;
use crate::vaults::complete::{complete, complete_all};
use crate::vaults::{self, configure, password, store};

/// The routes of vaults.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(get, delete))
        .routes(routes!(read_password))
        .routes(routes!(confirm_password))
        .routes(routes!(list_policies))
        .routes(routes!(configure_backup))
}

/// Vaults by name.
#[utoipa::path(get, path = "/vaults", tag = "vaults", params(Cursor), responses((status = 200, body = Page<Vault>)))]
async fn list(State(app): State<App>, principal: Principal, Query(cursor): Query<Cursor>) -> Result<Json<Page<Vault>>> {
    let mut gather = Gather::new(cursor.after(), cursor.limit());
    let mut connection = app.db.read().await?;
    while let Some(wanted) = gather.wanted() {
        let batch = store::list(&mut connection, wanted).await?;
        gather.add(batch, |row| row.id.to_string(), |located| principal.sees(located.place));
    }
    drop(connection);
    let Page { items: rows, next } = gather.page();
    Ok(Json(Page { items: complete_all(&app, rows).await?, next }))
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

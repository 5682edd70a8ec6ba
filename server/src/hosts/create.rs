//! Adding a host.

use std::path::Path;

use shared::audit::Action;
use shared::event::Topic;
use shared::host::{CreateHost, Host};
use shared::id::HostId;
use shared::problem::{Code, FieldReason, Problem};
use uuid::Uuid;

use crate::app::App;
use crate::auth::Principal;
use crate::compute::{DiskImages, Provider as _};
use crate::db::is_unique_violation;
use crate::error::{Result, taken, unknown};
use crate::hosts::store::{self, NewHost};
use crate::{audit, hosts, locations, resource_groups, subscriptions};

/// The name of the host that the sample disks are on.
const SAMPLES: &str = "samples";

/// Adds a host whose folder lies beneath an image root, and looks at it at once.
pub async fn create(app: &App, principal: &Principal, request: CreateHost) -> Result<Host> {
    principal.on_everything()?;
    let folder = request.folder.trim_end_matches('/').to_owned();
    check_folder(app, &folder).await?;
    let mut tx = app.db.begin().await?;
    if locations::by_id(&mut tx, request.location_id).await?.is_none() {
        return Err(unknown("location_id"));
    }
    if resource_groups::by_id(&mut tx, request.resource_group_id).await?.is_none() {
        return Err(unknown("resource_group_id"));
    }
    if store::by_folder(&mut tx, &folder).await?.is_some() {
        return Err(taken("folder"));
    }
    let new = NewHost {
        id: HostId::new(Uuid::now_v7()),
        name: request.name.to_string(),
        folder,
        location_id: request.location_id,
        resource_group_id: request.resource_group_id,
    };
    match store::insert(&mut tx, &new).await {
        Err(e) if is_unique_violation(&e) => return Err(taken("name")),
        other => other?,
    }
    audit::record(&mut tx, &app.clock, &principal.name, Action::HostCreate, &new.name).await?;
    tx.commit().await?;
    app.events.changed(Topic::Hosts, new.id.uuid());
    hosts::discover(app, new.id).await
}

/// The folder must lie beneath a root, and be one that can be read.
async fn check_folder(app: &App, folder: &str) -> Result<()> {
    let provider = DiskImages::new(&app.config.image_roots, Path::new(folder))
        .map_err(|_| Problem::new(Code::PathOutsideRoots).at("folder", FieldReason::OutsideRoots))?;
    let looked = tokio::task::spawn_blocking(move || provider.discover()).await?;
    looked.map_err(|error| {
        Problem::new(Code::FolderMissing).because(error.cause()).at("folder", FieldReason::NoFolder)
    })?;
    Ok(())
}

/// Adds the host of the sample disks, in the first location and group, unless it is there.
pub async fn add_samples(app: &App) -> Result<HostId> {
    let folder = app.config.samples_folder().display().to_string();
    if let Some(row) = store::by_folder(&mut *app.db.read().await?, &folder).await? {
        return Ok(row.host.id);
    }
    let subscription = subscriptions::settle(app).await?;
    let resource_group_id = resource_groups::settle(app, subscription).await?;
    let mut tx = app.db.begin().await?;
    let first = app.config.locations.first().map(|location| location.name.clone()).unwrap_or_default();
    let known = locations::list(&mut tx).await?;
    let location_id = known.iter().find(|location| location.name == first).ok_or(Code::NotFound)?.id;
    let taken = hosts::names(&mut tx).await?;
    let mut name = SAMPLES.to_owned();
    while taken.iter().any(|host| host.name.eq_ignore_ascii_case(&name)) {
        name.push_str("-1");
    }
    let new = NewHost { id: HostId::new(Uuid::now_v7()), name, folder, location_id, resource_group_id };
    store::insert(&mut tx, &new).await?;
    tx.commit().await?;
    app.events.changed(Topic::Hosts, new.id.uuid());
    Ok(new.id)
}

//! The vaults in a location's storage that the server does not know.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::Path;

use shared::connect::FoundFolder;
use shared::id::LocationId;
use shared::name::VaultFolder;
use shared::problem::Code;

use crate::app::App;
use crate::auth::Principal;
use crate::compute::Beneath;
use crate::error::{Result, caused};
use crate::vaults::connect::look;
use crate::vaults::{folder, store};

/// The most entries of a storage that are looked at.
const LOOKED_AT_MAX: usize = 10_000;

/// Folders of the location's storage that look like vaults and that no vault of the server lies in, by name.
pub async fn found_in(app: &App, principal: &Principal, id: LocationId) -> Result<Vec<FoundFolder>> {
    principal.on_everything()?;
    let mut connection = app.db.read().await?;
    let (location, storage) = look::place(&mut connection, app, id).await.map_err(|_| Code::NotFound)?;
    let known = store::list(&mut connection, (String::new(), usize::MAX)).await?;
    drop(connection);
    let taken: HashSet<_> = known
        .iter()
        .filter(|row| row.record.location.id == location.id)
        .filter_map(|row| folder(app, &row.record).ok()?.file_name().map(OsStr::to_owned))
        .collect();
    let folders = tokio::task::spawn_blocking(move || vaults_in(&storage)).await??;
    let free = folders.into_iter().filter(|found| !taken.contains(OsStr::new(found.folder.as_str())));
    Ok(free.collect())
}

fn vaults_in(storage: &Path) -> Result<Vec<FoundFolder>> {
    let unreachable = |error| caused(Code::VaultUnreachable, &error);
    let beneath = Beneath::root(storage).map_err(unreachable)?;
    let entries = beneath.entries(LOOKED_AT_MAX).map_err(unreachable)?;
    let is_vault = |name: &str| {
        let folder = beneath.folder(Path::new(name));
        folder.is_ok_and(|folder| ["config", "keys", "snapshots"].iter().all(|part| folder.has(OsStr::new(part))))
    };
    let folders = entries.into_iter().filter(|entry| entry.is_folder && is_vault(&entry.name));
    Ok(folders.filter_map(|entry| Some(FoundFolder { folder: VaultFolder::new(entry.name).ok()? })).collect())
}

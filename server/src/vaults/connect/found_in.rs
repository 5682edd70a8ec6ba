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
use crate::vaults::repository::{Home, home_at};
use crate::vaults::{place, store};

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
        .filter_map(|row| place(app, &row.record).ok().map(|place| place.to_string()))
        .collect();
    let home = home_at(app, &location.name, storage.clone())?;
    let folders = tokio::task::spawn_blocking(move || vaults_in(&home)).await??;
    let free = folders.into_iter().filter(|found| !taken.contains(&storage.below(found.folder.as_str()).to_string()));
    Ok(free.collect())
}

fn vaults_in(home: &Home) -> Result<Vec<FoundFolder>> {
    let names = match home {
        Home::Folder(folder) => vaults_in_folder(folder)?,
        Home::Bucket(store) => store.vaults_below().map_err(|error| caused(Code::VaultUnreachable, &error))?,
    };
    Ok(names.into_iter().filter_map(|name| Some(FoundFolder { folder: VaultFolder::new(name).ok()? })).collect())
}

fn vaults_in_folder(storage: &Path) -> Result<Vec<String>> {
    let unreachable = |error| caused(Code::VaultUnreachable, &error);
    let beneath = Beneath::root(storage).map_err(unreachable)?;
    let entries = beneath.entries(LOOKED_AT_MAX).map_err(unreachable)?;
    let is_vault = |name: &str| {
        let folder = beneath.folder(Path::new(name));
        folder.is_ok_and(|folder| ["config", "keys", "snapshots"].iter().all(|part| folder.has(OsStr::new(part))))
    };
    let folders = entries.into_iter().filter(|entry| entry.is_folder && is_vault(&entry.name));
    Ok(folders.map(|entry| entry.name).collect())
}

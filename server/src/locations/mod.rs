//! Locations: the places of `cofre.toml`, known to the database by name.

pub mod api;
mod room;
mod store;

use std::path::{Path, PathBuf};

use shared::id::LocationId;
use uuid::Uuid;

use crate::app::App;
use crate::config::Config;
use crate::error::Result;

pub use room::{Room, room};
pub use store::{by_id, list};

/// Makes the database know every place of the configuration. A place that is not configured any more stays, without storage.
pub async fn settle(app: &App) -> Result<()> {
    let mut tx = app.db.begin().await?;
    for location in &app.config.locations {
        store::ensure(&mut tx, LocationId::new(Uuid::now_v7()), &location.name).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The folder of the location's vaults, when the location is configured.
pub fn storage<'a>(config: &'a Config, name: &str) -> Option<&'a Path> {
    config.locations.iter().find(|location| location.name == name).map(|location| location.storage.as_path())
}

/// The same, owned, for work on other threads.
pub fn storage_owned(app: &App, name: &str) -> Option<PathBuf> {
    storage(&app.config, name).map(Path::to_owned)
}

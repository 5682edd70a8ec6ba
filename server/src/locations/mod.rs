//! Locations: the places of `cofre.toml`, known to the database by name.

pub mod api;
mod room;
mod store;

use std::path::{Path, PathBuf};

use shared::id::LocationId;
use uuid::Uuid;

use crate::app::App;
use crate::config::{Config, Location};
use crate::error::Result;
use crate::storage::Storage;
use crate::tuning::Tuning;

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

/// Where the location's vaults lie, when the location is configured.
pub fn storage<'a>(config: &'a Config, name: &str) -> Option<&'a Storage> {
    configured(config, name).map(|location| &location.storage)
}

/// How the location's vaults are written; as by default when it is not configured.
pub fn tuning(config: &Config, name: &str) -> Tuning {
    configured(config, name).map(|location| location.tuning.clone()).unwrap_or_default()
}

fn configured<'a>(config: &'a Config, name: &str) -> Option<&'a Location> {
    config.locations.iter().find(|location| location.name == name)
}

/// The folder that they lie in, owned, for work on other threads; nothing when it is none: nobody knows how much room a bucket has.
pub fn folder(app: &App, name: &str) -> Option<PathBuf> {
    storage(&app.config, name).and_then(Storage::folder).map(Path::to_owned)
}

//! Looking at how full a vault's storage is, and keeping the last look of each day.

use shared::id::VaultId;

use crate::app::App;
use crate::db::Connection;
use crate::error::Result;
use crate::history::calendar::date_of;
use crate::history::store;
use crate::locations;

pub use crate::locations::Room;

/// How much room the vault's file system has; nothing when that cannot be read.
pub async fn look(app: &App, vault: VaultId) -> Result<Option<Room>> {
    let Some(row) = crate::vaults::by_id(&mut *app.db.read().await?, vault).await? else { return Ok(None) };
    match locations::folder(app, &row.location.name) {
        Some(folder) => Ok(tokio::task::spawn_blocking(move || locations::room(&folder)).await?),
        None => Ok(None),
    }
}

/// Keeps a look as the day's last one.
pub async fn sample(connection: &mut Connection, app: &App, vault: VaultId, room: Option<Room>) -> Result<()> {
    match room {
        Some(room) => store::sample(connection, vault, date_of(app.clock.now(), app.config.time_zone), room).await,
        None => Ok(()),
    }
}

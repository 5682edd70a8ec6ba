//! Vaults with what is counted for them now: a few questions for all of them, not some for each.

use std::collections::HashMap;

use shared::id::LocationId;
use shared::problem::Code;
use shared::vault::{Replication, Usage, Vault};

use crate::app::App;
use crate::error::Result;
use crate::locations::Room;
use crate::vaults::{Row, place};
use crate::{items, jobs, locations};

/// The vault with what is counted for it now.
pub(super) async fn complete(app: &App, row: Row) -> Result<Vault> {
    complete_all(app, vec![row]).await?.pop().ok_or_else(|| Code::NotFound.into())
}

/// The vaults with what is counted for them now, in the same order.
pub(super) async fn complete_all(app: &App, rows: Vec<Row>) -> Result<Vec<Vault>> {
    let now = app.clock.now();
    let only = if let [row] = rows.as_slice() { Some(row.id) } else { None };
    let mut connection = app.db.read().await?;
    let mut items = items::counts(&mut connection, only, now).await?;
    let mut jobs = jobs::counts(&mut connection, only, now).await?;
    drop(connection);
    let rooms = rooms(app, &rows).await?;
    let complete = |row: Row| Vault {
        usage: usage(&row, rooms.get(&row.location.id)),
        repository: place(app, &row).map(|place| place.to_string()).unwrap_or_default(),
        items: items.remove(&row.id).unwrap_or_default(),
        jobs: jobs.remove(&row.id).unwrap_or_default(),
        replication: Replication::of(row.redundancy),
        id: row.id,
        name: row.name,
        subscription_id: row.subscription_id,
        resource_group: row.resource_group,
        location: row.location,
        redundancy: row.redundancy,
        state: row.state,
        created_at: row.created_at,
        password_confirmed_at: row.password_confirmed_at,
        catalogue_written_at: row.catalogue_written_at,
        policies: row.policies,
    };
    Ok(rows.into_iter().map(complete).collect())
}

/// What the vault's data takes, with the room of its location.
pub fn usage(row: &Row, room: Option<&Room>) -> Usage {
    Usage {
        stored_bytes: row.stored_bytes,
        protected_bytes: row.protected_bytes,
        recovery_points: row.recovery_points,
        free_bytes: room.map(|room| room.free_bytes),
        capacity_bytes: room.map(|room| room.capacity_bytes),
    }
}

/// How much room each location of these vaults has; those that cannot be read are missing.
pub async fn rooms(app: &App, rows: &[Row]) -> Result<HashMap<LocationId, Room>> {
    let folder = |row: &Row| Some((row.location.id, locations::folder(app, &row.location.name)?));
    let folders: HashMap<_, _> = rows.iter().filter_map(folder).collect();
    let look = move || folders.into_iter().filter_map(|(id, folder)| Some((id, locations::room(&folder)?))).collect();
    Ok(tokio::task::spawn_blocking(look).await?)
}

//! Putting together what the database knows of a vault.

use std::collections::HashMap;

use shared::id::{ItemId, VaultId};

use crate::catalogue::content::{Content, PointEntry};
use crate::catalogue::store;
use crate::db::Connection;
use crate::error::Result;

/// The catalogue of the vault as it would be written now; nothing while the vault is not ready.
pub(super) async fn gather(connection: &mut Connection, id: VaultId) -> Result<Option<Content>> {
    let Some(mut vault) = store::vault(connection, id).await? else { return Ok(None) };
    vault.policies = store::policies(connection, id).await?;
    let mut items = store::items(connection, id).await?;
    let mut points: HashMap<ItemId, Vec<PointEntry>> = HashMap::new();
    for (item, point) in store::points(connection, id).await? {
        points.entry(item).or_default().push(point);
    }
    for item in &mut items {
        item.points = points.remove(&item.id).unwrap_or_default();
    }
    Ok(Some(Content { vault, items }))
}

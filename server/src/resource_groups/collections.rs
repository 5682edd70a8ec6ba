//! Restore point collections: which group an item's comes into, and the groups that there are.

use std::collections::BTreeMap;

use shared::id::{ItemId, LocationId, VaultId};
use shared::location::LocationRef;
use shared::resource_group::{CollectionGroup, collection_group_name, collection_group_number};

use crate::app::App;
use crate::auth::Principal;
use crate::db::Connection;
use crate::error::Result;
use crate::resource_groups::store;

/// Puts the item's collection into a group of its vault's location, unless it is in one. Called in the transaction that publishes a point.
pub async fn collect(connection: &mut Connection, item: ItemId) -> Result<()> {
    let held = store::held_beside(connection, item).await?;
    store::collect(connection, item, collection_group_number(&held)).await
}

/// The groups of the collections that the principal may see, by location and number; of one vault or item alone where that is asked for.
pub(super) async fn groups(
    app: &App,
    principal: &Principal,
    only: (Option<VaultId>, Option<ItemId>),
) -> Result<Vec<CollectionGroup>> {
    let collections = store::collections(&mut *app.db.read().await?, only).await?;
    let mut groups: BTreeMap<(String, LocationId, u64), u64> = BTreeMap::new();
    for row in collections.into_iter().filter(|row| principal.sees(row.place)) {
        let (location, number, held) = row.record;
        *groups.entry((location.name, location.id, number)).or_default() += held;
    }
    let pattern = &app.config.collection_group_pattern;
    let group = |((name, id, number), collections): ((String, LocationId, u64), u64)| CollectionGroup {
        name: collection_group_name(pattern, &name, number),
        location: LocationRef { id, name },
        collections,
    };
    Ok(groups.into_iter().map(group).collect())
}

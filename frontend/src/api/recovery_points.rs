//! Recovery points.

use shared::id::ItemId;
use shared::recovery_point::RecoveryPoint;

use super::{Failure, Query, client};
use crate::paging::Coming;

/// The points of an item, newest first.
pub(crate) async fn of_item(id: ItemId) -> Result<Vec<RecoveryPoint>, Failure> {
    client::all(&address(id), Query::new()).await
}

/// The newest point of an item.
pub(crate) async fn newest(id: ItemId) -> Result<Option<RecoveryPoint>, Failure> {
    client::first(&address(id)).await
}

/// A page of an item's points that a query asks for.
pub(crate) fn listed(id: ItemId, query: Query) -> Coming<RecoveryPoint> {
    client::counted(&address(id), query)
}

fn address(id: ItemId) -> String {
    format!("/items/{id}/recovery-points")
}

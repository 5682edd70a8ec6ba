//! Recovery points.

use shared::id::ItemId;
use shared::recovery_point::RecoveryPoint;

use super::{Failure, Query, client};

/// The points of an item, newest first.
pub(crate) async fn of_item(id: ItemId) -> Result<Vec<RecoveryPoint>, Failure> {
    client::all(&format!("/items/{id}/recovery-points"), Query::new()).await
}

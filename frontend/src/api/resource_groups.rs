//! Resource groups.

use shared::id::{ItemId, VaultId};
use shared::resource_group::{CollectionGroup, CreateResourceGroup, ResourceGroup};

use super::{Failure, Query, client};

/// All resource groups.
pub(crate) async fn all() -> Result<Vec<ResourceGroup>, Failure> {
    client::all("/resource-groups", Query::new()).await
}

/// The virtual groups of restore point collections.
pub(crate) async fn of_points() -> Result<Vec<CollectionGroup>, Failure> {
    client::all("/resource-groups/restore-points", Query::new()).await
}

/// The virtual groups that hold the restore point collections of a vault's items.
pub(crate) async fn of_vault(vault: VaultId) -> Result<Vec<CollectionGroup>, Failure> {
    client::all("/resource-groups/restore-points", Query::new().with("vault_id", vault)).await
}

/// The virtual group that holds an item's restore point collection, once it has a point.
pub(crate) async fn of_item(item: ItemId) -> Result<Vec<CollectionGroup>, Failure> {
    client::all("/resource-groups/restore-points", Query::new().with("item_id", item)).await
}

/// Makes one.
pub(crate) async fn create(group: CreateResourceGroup) -> Result<ResourceGroup, Failure> {
    client::post("/resource-groups", &group).await
}

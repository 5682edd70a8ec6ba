//! Resource groups.

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

/// Makes one.
pub(crate) async fn create(group: CreateResourceGroup) -> Result<ResourceGroup, Failure> {
    client::post("/resource-groups", &group).await
}

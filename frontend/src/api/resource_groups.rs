//! Resource groups.

use shared::resource_group::{CreateResourceGroup, ResourceGroup};

use super::{Failure, Query, client};

/// All resource groups.
pub(crate) async fn all() -> Result<Vec<ResourceGroup>, Failure> {
    client::all("/resource-groups", Query::new()).await
}

/// Makes one.
pub(crate) async fn create(group: CreateResourceGroup) -> Result<ResourceGroup, Failure> {
    client::post("/resource-groups", &group).await
}

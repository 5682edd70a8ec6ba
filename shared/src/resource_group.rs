//! Resource groups: people group vaults and machines by them, and grant roles on them.

use serde::{Deserialize, Serialize};

use crate::id::{ResourceGroupId, SubscriptionId};
use crate::name::ResourceGroupName;

/// A resource group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResourceGroup {
    /// Its id.
    pub id: ResourceGroupId,
    /// Its name, unique in its subscription.
    pub name: String,
    /// The subscription that it belongs to.
    pub subscription_id: SubscriptionId,
}

/// A resource group named from another thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResourceGroupRef {
    /// Its id.
    pub id: ResourceGroupId,
    /// Its name.
    pub name: String,
}

/// Asks for a new resource group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateResourceGroup {
    /// The name, unique in its subscription.
    pub name: ResourceGroupName,
    /// The subscription that it belongs to.
    pub subscription_id: SubscriptionId,
}

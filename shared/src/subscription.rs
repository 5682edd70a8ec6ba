//! Subscriptions: the outermost way to group vaults and machines.

use serde::{Deserialize, Serialize};

use crate::id::SubscriptionId;
use crate::name::SubscriptionName;

/// A subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Subscription {
    /// Its id.
    pub id: SubscriptionId,
    /// Its name, unique on the server.
    pub name: String,
}

/// Asks for a new subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateSubscription {
    /// The name, unique on the server.
    pub name: SubscriptionName,
}

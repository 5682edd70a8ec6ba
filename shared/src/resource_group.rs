//! Resource groups: people group vaults and machines by them, and grant roles on them.

use serde::{Deserialize, Serialize};

use crate::id::{ResourceGroupId, SubscriptionId};
use crate::location::LocationRef;
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

/// The most restore point collections that a group holds; the next one opens a group of the next number (F24).
pub const COLLECTIONS_MAX: u64 = 600;

/// How the groups of restore point collections are called by default: `{geo}` is the location, `{n}` the number (C-009).
pub const COLLECTION_GROUP_PATTERN: &str = "AzureBackupRG_{geo}_{n}";

/// A group that holds the restore point collections of a location, one collection for each item that has a point.
///
/// It is virtual: it comes with the first point, stands apart from the machines' groups, and nobody can change it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CollectionGroup {
    /// Its name.
    pub name: String,
    /// The location whose collections it holds.
    pub location: LocationRef,
    /// How many collections it holds of those that you may see.
    pub collections: u64,
}

/// The name of a group of restore point collections.
pub fn collection_group_name(pattern: &str, location: &str, number: u64) -> String {
    pattern.replace("{geo}", location).replace("{n}", &number.to_string())
}

/// The number of the group that a new collection of a location comes into: the lowest that has room. `full` has for each number that is in use
/// how many collections its group holds.
pub fn collection_group_number(full: &[(u64, u64)]) -> u64 {
    let is_full = |number: &u64| full.iter().any(|(own, held)| own == number && *held >= COLLECTIONS_MAX);
    // One more number than there are in use is always free.
    (1..=full.len() as u64 + 1).find(|number| !is_full(number)).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_name_a_group_by_its_location_and_number() {
        assert_eq!(collection_group_name(COLLECTION_GROUP_PATTERN, "northeurope", 1), "AzureBackupRG_northeurope_1");
        assert_eq!(collection_group_name("points-{n}", "north", 12), "points-12");
    }

    #[test]
    fn should_open_the_next_group_when_one_is_full() {
        assert_eq!(collection_group_number(&[]), 1);
        assert_eq!(collection_group_number(&[(1, 599)]), 1);
        assert_eq!(collection_group_number(&[(1, 600)]), 2);
        assert_eq!(collection_group_number(&[(1, 600), (2, 600), (3, 7)]), 3);
        assert_eq!(collection_group_number(&[(1, 12), (2, 600)]), 1);
    }
}

//! Where an object stands, for the question whether a grant covers it.

use shared::id::{ResourceGroupId, VaultId};

/// The scopes that an object belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its resource group, when it has one.
    pub resource_group: Option<ResourceGroupId>,
    /// Its vault, when it belongs to one.
    pub vault: Option<VaultId>,
}

impl Place {
    /// An object of a resource group and no vault.
    pub fn group(id: ResourceGroupId) -> Self {
        Self { resource_group: Some(id), vault: None }
    }

    /// An object of a vault.
    pub fn vault(id: VaultId, group: ResourceGroupId) -> Self {
        Self { resource_group: Some(group), vault: Some(id) }
    }
}

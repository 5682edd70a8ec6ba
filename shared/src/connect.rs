//! Connecting a vault that there is: what is asked for, and what was found in it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{LocationId, ResourceGroupId};
use crate::name::{VaultFolder, VaultName};
use crate::vault::Redundancy;

/// A vault that is there and that the server does not know: where it lies, and the password that opens it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InspectVault {
    /// The location whose storage it lies in.
    pub location_id: LocationId,
    /// Its folder there.
    pub folder: VaultFolder,
    /// Its password.
    pub password: String,
}

impl std::fmt::Debug for InspectVault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InspectVault").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// Asks to connect a vault that there is (F134).
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConnectVault {
    /// The location whose storage it lies in.
    pub location_id: LocationId,
    /// Its folder there.
    pub folder: VaultFolder,
    /// Its password.
    pub password: String,
    /// The resource group that it comes into; without it the one that has the name of the group that it was in.
    #[serde(default)]
    pub resource_group_id: Option<ResourceGroupId>,
    /// What it is called here; without it as it was called.
    #[serde(default)]
    pub name: Option<VaultName>,
}

impl std::fmt::Debug for ConnectVault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ConnectVault").field("folder", &self.folder).field("name", &self.name).finish_non_exhaustive()
    }
}

/// A folder of a location's storage that looks like a vault and that no vault of the server lies in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundFolder {
    /// Its name.
    pub folder: VaultFolder,
}

/// When and by whom a vault was last told what was known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CatalogueNote {
    /// When.
    pub written_at: DateTime<Utc>,
    /// The host of the server that wrote it: untrusted text.
    pub written_by: String,
}

/// What was found in a vault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundVault {
    /// What it was called; nothing where the vault does not tell.
    pub name: Option<String>,
    /// The name of the resource group that it was in, where the vault tells.
    pub resource_group: Option<String>,
    /// How often its data was to be kept.
    pub redundancy: Redundancy,
    /// Its catalogue. Without one, items and points are known by what the points say of themselves, and policies are not.
    pub catalogue: Option<CatalogueNote>,
    /// How many policies it has.
    pub policies: u64,
    /// Its items by name.
    pub items: Vec<FoundItem>,
    /// How many points it holds.
    pub recovery_points: u64,
    /// The oldest point's time.
    pub oldest_point_at: Option<DateTime<Utc>>,
    /// The newest point's time.
    pub newest_point_at: Option<DateTime<Utc>>,
    /// How many snapshots of other programs there are; they are left alone.
    pub strangers: u64,
    /// How many snapshots cannot be read.
    pub damaged: u64,
}

/// An item that was found in a vault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundItem {
    /// The machine's name: untrusted text.
    pub machine: String,
    /// How many points it has.
    pub recovery_points: u64,
    /// The newest point's time.
    pub newest_point_at: Option<DateTime<Utc>>,
}

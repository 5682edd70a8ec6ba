//! Recovery Services vaults.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{JobId, LocationId, ResourceGroupId, SubscriptionId, VaultId};
use crate::location::LocationRef;
use crate::name::VaultName;
use crate::problem::Code;
use crate::resource_group::ResourceGroupRef;

/// How often a vault's data is kept (C-060).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Redundancy {
    /// Also in the paired location. The default (C-061).
    #[default]
    GeoRedundant,
    /// In the vault's own location only.
    LocallyRedundant,
}

impl Redundancy {
    /// Whether a vault that holds this much keeps its redundancy for good: what it has stored was stored by it.
    pub const fn is_locked(items: u64, recovery_points: u64) -> bool {
        items > 0 || recovery_points > 0
    }
}

/// What is true of the second copy, whatever was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Replication {
    /// None was asked for.
    NotWanted,
    /// One was asked for, and the location has no partner: there is no second copy.
    NoPairedLocation,
}

impl Replication {
    /// What is true of a vault of this redundancy. No location has a partner yet.
    pub const fn of(redundancy: Redundancy) -> Self {
        match redundancy {
            Redundancy::GeoRedundant => Replication::NoPairedLocation,
            Redundancy::LocallyRedundant => Replication::NotWanted,
        }
    }
}

/// Whether a vault can be used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum VaultState {
    /// Its storage is being made.
    Creating {
        /// The job that makes it.
        job_id: JobId,
    },
    /// It can be used.
    Ready,
    /// Its storage could not be made.
    CreationFailed {
        /// Why.
        code: Code,
    },
}

/// How many items of a vault are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ItemCounts {
    /// All items.
    pub total: u64,
    /// The newest point that a verification looked at is damaged.
    pub damaged: u64,
    /// The last backup failed.
    pub failed: u64,
    /// No point when one was expected.
    pub overdue: u64,
    /// The last backup ended with warnings.
    pub warning: u64,
    /// Waiting for the initial backup.
    pub pending: u64,
    /// All is well.
    pub healthy: u64,
}

/// How many jobs of a vault are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobCounts {
    /// Queued, running or being cancelled.
    pub in_progress: u64,
    /// Failed within the last 24 hours.
    pub failed_24h: u64,
    /// Completed, with or without warnings, within the last 24 hours.
    pub completed_24h: u64,
}

/// What a vault's data takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Usage {
    /// What its points take on its storage, after compression and without repetition; from the last completed backups.
    pub stored_bytes: u64,
    /// What all its points are together, as the machines see them.
    pub protected_bytes: u64,
    /// How many points it holds.
    pub recovery_points: u64,
    /// What is free on its storage, when it can be read.
    pub free_bytes: Option<u64>,
    /// How large its storage is, when it can be read.
    pub capacity_bytes: Option<u64>,
}

/// A vault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Vault {
    /// Its id.
    pub id: VaultId,
    /// Its name, unique in its subscription without regard to case.
    pub name: String,
    /// The subscription that it belongs to.
    pub subscription_id: SubscriptionId,
    /// The resource group that it belongs to.
    pub resource_group: ResourceGroupRef,
    /// Where it stores.
    pub location: LocationRef,
    /// What was asked for.
    pub redundancy: Redundancy,
    /// What is true.
    pub replication: Replication,
    /// Whether it can be used.
    pub state: VaultState,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When someone confirmed that the password is stored elsewhere; a banner stays until then.
    pub password_confirmed_at: Option<DateTime<Utc>>,
    /// When the vault was last told what is known of it here, by its catalogue; nothing before the first time.
    pub catalogue_written_at: Option<DateTime<Utc>>,
    /// The folder that it lies in, or its place in a bucket, for `cofre vault` and `restic`.
    pub repository: String,
    /// Its items by state.
    pub items: ItemCounts,
    /// Its jobs by state.
    pub jobs: JobCounts,
    /// How many policies it has.
    pub policies: u64,
    /// What its data takes.
    pub usage: Usage,
}

impl Vault {
    /// Whether its redundancy can still be chosen.
    pub fn is_redundancy_locked(&self) -> bool {
        Redundancy::is_locked(self.items.total, self.usage.recovery_points)
    }
}

/// A vault named from another thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VaultRef {
    /// Its id.
    pub id: VaultId,
    /// Its name.
    pub name: String,
}

/// Asks for a new vault (C-043).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateVault {
    /// The name, unique in the subscription.
    pub name: VaultName,
    /// A resource group; it says the subscription.
    pub resource_group_id: ResourceGroupId,
    /// Where the data goes.
    pub location_id: LocationId,
    /// How often it is kept.
    #[serde(default)]
    pub redundancy: Redundancy,
}

/// Asks for a new vault beside the thing that needs it, which says the resource group and the location.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewVault {
    /// The name, unique in the subscription.
    pub name: VaultName,
    /// How often the data is kept.
    #[serde(default)]
    pub redundancy: Redundancy,
}

/// How a vault keeps its data; changes until the vault protects something (C-063, C-064).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BackupConfiguration {
    /// How often the data is kept.
    pub redundancy: Redundancy,
}

/// The password that opens a vault with Cofre or with stock `restic`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VaultPassword {
    /// The vault.
    pub vault: String,
    /// The folder that it lies in, or its place in a bucket.
    pub repository: String,
    /// The password.
    pub password: String,
}

impl std::fmt::Debug for VaultPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VaultPassword").field("vault", &self.vault).finish_non_exhaustive()
    }
}

//! What stands in a catalogue. Its JSON is read by later versions, and by earlier ones that ignore what they do not know.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shared::id::{ItemId, JobId, MachineId, PolicyId, RecoveryPointId, VaultId};
use shared::policy::{Retention, Schedule};
use shared::recovery_point::{Consistency, PointDisk};
use shared::vault::Redundancy;

use crate::compute::FoundDisk;

/// The form that is written. A catalogue of a higher one is not read.
pub(super) const FORMAT: u32 = 1;

/// A catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// The vault.
    pub vault: VaultEntry,
    /// Its items, by id.
    pub items: Vec<ItemEntry>,
}

/// The vault's own settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VaultEntry {
    /// The form of the catalogue.
    pub format: u32,
    /// Its id.
    pub id: VaultId,
    /// Its name.
    pub name: String,
    /// The name of its subscription.
    pub subscription: String,
    /// The name of its resource group.
    pub resource_group: String,
    /// The name of its location.
    pub location: String,
    /// What was asked for.
    pub redundancy: Redundancy,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Its policies, by id.
    pub policies: Vec<PolicyEntry>,
}

/// A policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PolicyEntry {
    /// Its id.
    pub id: PolicyId,
    /// Its name.
    pub name: String,
    /// When points are taken.
    pub schedule: Schedule,
    /// How long they are kept.
    pub retention: Retention,
    /// The zone of its clock.
    pub time_zone: String,
}

/// A protected item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemEntry {
    /// Its id.
    pub id: ItemId,
    /// Its machine.
    pub machine: MachineEntry,
    /// The policy that it is under.
    pub policy_id: PolicyId,
    /// When backup was enabled.
    pub created_at: DateTime<Utc>,
    /// Since when no backup is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_at: Option<DateTime<Utc>>,
    /// Its points, oldest first.
    pub points: Vec<PointEntry>,
}

/// A machine, with what it is known again by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MachineEntry {
    /// Its uuid.
    pub id: MachineId,
    /// Its name: untrusted text.
    pub name: String,
    /// What stays the same when it is renamed on its host.
    pub identity: String,
    /// Where on the host it is.
    pub place: String,
    /// Its disks at the last look.
    pub disks: Vec<FoundDisk>,
    /// The host that it is on.
    pub host: HostEntry,
}

/// A host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostEntry {
    /// Its name.
    pub name: String,
    /// The folder of its images.
    pub folder: String,
}

/// A recovery point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PointEntry {
    /// Its id.
    pub id: RecoveryPointId,
    /// Its snapshot.
    pub snapshot: String,
    /// The job that made it.
    pub job_id: JobId,
    /// When the snapshot was complete.
    pub taken_at: DateTime<Utc>,
    /// What can be said of its data.
    pub consistency: Consistency,
    /// Its disks.
    pub disks: Vec<PointDisk>,
    /// What was read for it.
    pub read_bytes: u64,
    /// What of it was new to the vault.
    pub new_bytes: u64,
    /// What it added to the vault's storage.
    pub stored_bytes: u64,
    /// Until when it is kept.
    pub expires_at: DateTime<Utc>,
    /// When it was last checked, and found good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validated_at: Option<DateTime<Utc>>,
}

/// What each point says of itself, in `machine` of its `meta/vm.json`: enough for a vault whose catalogue is lost. Older points say less.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PointRecord {
    /// The host's name.
    pub host: String,
    /// The location's name.
    pub location: String,
    /// The resource group's name.
    pub resource_group: String,
    /// The vault's id.
    pub vault_id: Option<VaultId>,
    /// The vault's name.
    pub vault: String,
    /// The item.
    pub item_id: Option<ItemId>,
    /// The job that made it.
    pub job_id: Option<JobId>,
    /// Until when it was to be kept.
    pub expires_at: Option<DateTime<Utc>>,
}

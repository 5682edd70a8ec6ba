//! Recovery points.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::downgrade::Downgrade;
use crate::id::{ItemId, JobId, RecoveryPointId, VaultId};
use crate::maintenance::Verdict;

/// What can be said of a point's data as a machine would find it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Consistency {
    /// The applications had flushed and held still.
    AppConsistent,
    /// The file systems had flushed and held still.
    FileSystemConsistent,
    /// As after a power cut; an image that lies still is of this kind.
    CrashConsistent,
}

/// A disk of a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PointDisk {
    /// Its name.
    pub name: String,
    /// What the machine saw.
    pub size_bytes: u64,
}

/// A recovery point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryPoint {
    /// Its id.
    pub id: RecoveryPointId,
    /// The item that it is of.
    pub item_id: ItemId,
    /// The vault that it lies in.
    pub vault_id: VaultId,
    /// The job that made it; nothing for a point of a connected vault, whose jobs are not known here.
    pub job_id: Option<JobId>,
    /// When the snapshot was complete (C-116).
    pub taken_at: DateTime<Utc>,
    /// What can be said of its data.
    pub consistency: Consistency,
    /// The disks that it holds.
    pub disks: Vec<PointDisk>,
    /// What was read for it.
    pub read_bytes: u64,
    /// What of it was new to the vault, before compression.
    pub new_bytes: u64,
    /// What it added to the vault's storage.
    pub stored_bytes: u64,
    /// What is less than was asked for.
    pub downgrades: Vec<Downgrade>,
    /// Until when it is kept.
    pub expires_at: DateTime<Utc>,
    /// Whether it stays beyond that day: its item's protection is stopped.
    pub on_hold: bool,
    /// When it was checked right after it was made: its packs in their place, a sample read back.
    pub validated_at: Option<DateTime<Utc>>,
    /// What verifications of its vault say of it.
    pub verdict: Verdict,
    /// Its snapshot's id in the vault, for `restic`.
    pub snapshot: String,
}

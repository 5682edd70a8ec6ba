//! A job as the API shows it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::downgrade::Downgrade;
use crate::id::{ItemId, JobId, RecoveryPointId, VaultId};
use crate::job::{JobProgress, JobState};
use crate::vault::VaultRef;

/// What a job does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum JobKind {
    /// Takes a recovery point.
    Backup,
    /// Writes disks of a recovery point.
    Restore,
    /// Makes a vault's storage.
    CreateVault,
    /// Makes three machines to try things with.
    CreateSampleDisks,
    /// Looks whether a vault holds what it should.
    Verify,
    /// Takes away what no point of a vault needs.
    Prune,
}

impl JobKind {
    /// The kind as it stands in JSON and in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            JobKind::Backup => "Backup",
            JobKind::Restore => "Restore",
            JobKind::CreateVault => "CreateVault",
            JobKind::CreateSampleDisks => "CreateSampleDisks",
            JobKind::Verify => "Verify",
            JobKind::Prune => "Prune",
        }
    }
}

/// A job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// What it does.
    pub kind: JobKind,
    /// Where it stands.
    pub state: JobState,
    /// How far it is; of a finished job, how far it came.
    pub progress: JobProgress,
    /// The name of what it works on (a machine, a vault): untrusted text.
    pub subject: String,
    /// The vault that it works with.
    pub vault: Option<VaultRef>,
    /// The item that it works for.
    pub item_id: Option<ItemId>,
    /// The point that a backup made, or that a restore reads.
    pub recovery_point_id: Option<RecoveryPointId>,
    /// When it was accepted.
    pub created_at: DateTime<Utc>,
    /// Who asked for it.
    pub created_by: String,
    /// Counts its runs: more than 1 when the server stopped in between.
    pub attempt: u32,
    /// A restore: the folder that it writes. A backup: nothing.
    pub target: Option<String>,
    /// A backup: what is less than was asked for, of the point that it makes or made.
    pub downgrades: Vec<Downgrade>,
    /// Whether it can be cancelled now.
    pub cancellable: bool,
    /// Whether it can be run again.
    pub retriable: bool,
}

/// Which jobs a list shows; everything that is given must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobFilter {
    /// Only jobs of this vault.
    pub vault_id: Option<VaultId>,
    /// Only jobs of this item.
    pub item_id: Option<ItemId>,
}

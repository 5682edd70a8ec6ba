//! What each kind of job is told: durable, so that a job can be run again after the server was killed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shared::id::MachineId;
use shared::job::JobKind;
use shared::machine::DiskFormat;
use shared::maintenance::VerifyScope;

/// What a job is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum Parameters {
    /// Take the recovery point that the row names.
    Backup {
        /// Until when the point is kept.
        expires_at: DateTime<Utc>,
    },
    /// Write disks of the recovery point that the row names.
    Restore {
        /// The root of `cofre.toml`.
        root: String,
        /// The new folder beneath it.
        folder: String,
        /// The format of the files.
        format: DiskFormat,
        /// The disks, by name.
        disks: Vec<String>,
    },
    /// Make the storage of the vault that the row names.
    CreateVault {
        /// The machine that the vault is made for, and protects as soon as it is ready.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        protects: Option<MachineId>,
    },
    /// Make the sample machines.
    CreateSampleDisks,
    /// Verify the vault that the row names.
    Verify {
        /// How many packs are read.
        scope: VerifyScope,
        /// Which share of them a sample reads, counted on from sample to sample.
        turn: u64,
    },
    /// Prune the vault that the row names.
    Prune,
}

impl Parameters {
    /// The kind of job that they are for.
    pub fn kind(&self) -> JobKind {
        match self {
            Parameters::Backup { .. } => JobKind::Backup,
            Parameters::Restore { .. } => JobKind::Restore,
            Parameters::CreateVault { .. } => JobKind::CreateVault,
            Parameters::CreateSampleDisks => JobKind::CreateSampleDisks,
            Parameters::Verify { .. } => JobKind::Verify,
            Parameters::Prune => JobKind::Prune,
        }
    }
}

//! Protected items: machines under a policy in a vault.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::day::DayState;
use crate::downgrade::Downgrade;
use crate::health::Health;
use crate::id::{ItemId, JobId, MachineId, PolicyId};
use crate::machine::{Disk, MachineRef};
use crate::maintenance::Verdict;
use crate::policy::PolicyRef;
use crate::problem::{Code, Problem};
use crate::vault::VaultRef;

/// Where the item stands in its life. The names are the API's; the screen has words of its own for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ProtectionState {
    /// Enabled, and no recovery point yet: "Warning (initial backup pending)".
    IRPending,
    /// At least one recovery point.
    Protected,
    /// No backup is expected, and its points are kept until it is resumed or they are deleted: "Protection stopped".
    ProtectionStopped,
}

/// How the last finished backup ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "status")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LastBackup {
    /// None has finished: "Warning (initial backup pending)" (C-033).
    InitialPending,
    /// None is expected, because protection is stopped: "Warning (backup disabled)".
    Disabled {
        /// Since when.
        since: DateTime<Utc>,
    },
    /// It made a recovery point.
    Completed {
        /// When it ended.
        at: DateTime<Utc>,
    },
    /// It made a recovery point, and there is something to know.
    CompletedWithWarnings {
        /// When it ended.
        at: DateTime<Utc>,
    },
    /// It made none.
    Failed {
        /// When it ended.
        at: DateTime<Utc>,
        /// Why.
        code: Code,
        /// The job to look at.
        job_id: JobId,
    },
}

/// What the next backup will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Forecast {
    /// The first one: everything is read, and what is not there twice is stored.
    Full {
        /// What will be read.
        read_bytes: u64,
    },
    /// Everything is read and compared with the last point; only what differs is stored.
    Incremental {
        /// What will be read.
        read_bytes: u64,
        /// What the last increment stored; nothing before there was one.
        last_new_bytes: Option<u64>,
    },
}

/// A protected item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// The machine.
    pub machine: MachineRef,
    /// The machine's disks at the last look.
    pub disks: Vec<Disk>,
    /// The vault that protects it.
    pub vault: VaultRef,
    /// The policy that it is under.
    pub policy: PolicyRef,
    /// Where it stands in its life.
    pub state: ProtectionState,
    /// How the last finished backup ended.
    pub last_backup: LastBackup,
    /// What verifications say of it: the verdict on its newest point that one looked at, or on the newest that is sure to be damaged or whole.
    pub verdict: Verdict,
    /// Expectation against evidence, at the time of the answer.
    pub health: Health,
    /// The job that is queued or running for it. It never hides `last_backup` or `health`.
    pub active_job: Option<JobId>,
    /// How many recovery points it has.
    pub recovery_points: u64,
    /// The newest point's time.
    pub newest_point_at: Option<DateTime<Utc>>,
    /// The oldest point's time.
    pub oldest_point_at: Option<DateTime<Utc>>,
    /// How each of the last [`crate::day::DAYS_IN_A_ROW`] days was, oldest first, today last. Only lists of items have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub last_days: Vec<DayState>,
    /// What the next backup will be.
    pub forecast: Forecast,
    /// What is less than was asked for; it changes no health.
    pub downgrades: Vec<Downgrade>,
    /// When backup was enabled.
    pub created_at: DateTime<Utc>,
}

/// The most machines that one request protects.
pub const PROTECT_MACHINES_MAX: usize = 500;

/// Asks to protect many machines by a policy of one vault (C-076, C-077).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProtectMachines {
    /// One of the vault's policies.
    pub policy_id: PolicyId,
    /// The machines, at least one and at most [`PROTECT_MACHINES_MAX`].
    pub machine_ids: Vec<MachineId>,
}

/// What came of protecting many machines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProtectedMachines {
    /// What came of each, in the order of the request, each machine once.
    pub outcomes: Vec<ProtectionOutcome>,
}

/// What came of one machine of many: the others do not depend on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ProtectionOutcome {
    /// It is protected now.
    Enabled {
        /// The machine.
        machine_id: MachineId,
        /// Its item.
        item: Box<Item>,
    },
    /// It is as it was.
    Refused {
        /// The machine.
        machine_id: MachineId,
        /// Why.
        problem: Box<Problem>,
    },
}

/// Asks to back an item up again whose protection is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ResumeProtection {
    /// The policy that it comes under, one of its vault's. Its points are on hold no more.
    pub policy_id: PolicyId,
}

/// Asks for a recovery point now (C-094).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BackupNow {
    /// The last day that the point is kept: to 23:59:59 of it in the policy's time zone. Without it, thirty days from today.
    #[serde(default)]
    pub retain_until: Option<NaiveDate>,
}

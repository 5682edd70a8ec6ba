//! The overview: the verdict and what it is made of.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::health::Health;
use crate::id::{ItemId, MachineId};
use crate::job::Job;
use crate::problem::Code;
use crate::vault::{JobCounts, Usage, VaultRef};

/// A machine and how it is, for the verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MachineHealth {
    /// The machine.
    pub machine_id: MachineId,
    /// Its name: untrusted text.
    pub name: String,
    /// Its item, when it is protected by a policy.
    pub item_id: Option<ItemId>,
    /// How its item is; nothing when it is in no policy.
    pub health: Option<Health>,
    /// For an overdue item: by how many hours, rounded down.
    pub overdue_hours: Option<u64>,
    /// For an item whose last backup failed: when, and why.
    pub failure: Option<LastFailure>,
    /// When its newest point was taken.
    pub newest_point_at: Option<DateTime<Utc>>,
}

/// How a machine's last backup failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LastFailure {
    /// When it ended.
    pub at: DateTime<Utc>,
    /// Why.
    pub code: Code,
}

/// What a vault stores, for the overview.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VaultUsage {
    /// The vault.
    pub vault: VaultRef,
    /// What its data takes.
    pub usage: Usage,
}

/// Everything that the overview shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Overview {
    /// Every machine that you may see, worst first.
    pub machines: Vec<MachineHealth>,
    /// Jobs that are queued or running, oldest first; at most twenty.
    pub active_jobs: Vec<Job>,
    /// Jobs by state, over all vaults that you may see.
    pub jobs: JobCounts,
    /// What each vault stores.
    pub vaults: Vec<VaultUsage>,
    /// How many hosts there are.
    pub hosts: u64,
}

/// The verdict: how many are protected, and who is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<'a> {
    /// All machines.
    pub machines: usize,
    /// Those with a point that is young enough, with or without warnings. Waiting for the initial backup is not protection.
    pub protected: usize,
    /// The names of those whose last backup failed.
    pub failed: Vec<&'a str>,
    /// The names of those that are overdue, with hours.
    pub overdue: Vec<(&'a str, u64)>,
    /// The names of those that wait for the initial backup.
    pub pending: Vec<&'a str>,
    /// The names of those whose last backup ended with warnings.
    pub warning: Vec<&'a str>,
    /// The names of those in no policy.
    pub unprotected: Vec<&'a str>,
}

impl Overview {
    /// The verdict over its machines.
    pub fn verdict(&self) -> Verdict<'_> {
        let named = |health: Option<Health>| {
            self.machines.iter().filter(|m| m.health == health).map(|m| m.name.as_str()).collect::<Vec<_>>()
        };
        let overdue = self.machines.iter().filter(|m| m.health == Some(Health::Overdue));
        let warning = named(Some(Health::Warning));
        Verdict {
            machines: self.machines.len(),
            protected: named(Some(Health::Healthy)).len() + warning.len(),
            failed: named(Some(Health::Failed)),
            overdue: overdue.map(|m| (m.name.as_str(), m.overdue_hours.unwrap_or(0))).collect(),
            pending: named(Some(Health::Pending)),
            warning,
            unprotected: named(None),
        }
    }
}

impl Verdict<'_> {
    /// How the worst machine is; nothing when there is no machine in a policy.
    pub fn worst(&self) -> Option<Health> {
        [
            (!self.failed.is_empty(), Health::Failed),
            (!self.overdue.is_empty(), Health::Overdue),
            (!self.warning.is_empty(), Health::Warning),
            (!self.pending.is_empty(), Health::Pending),
            (self.protected > 0, Health::Healthy),
        ]
        .into_iter()
        .find_map(|(found, health)| found.then_some(health))
    }
}

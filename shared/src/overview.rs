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

/// How many machines are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MachineCounts {
    /// The newest point that a verification looked at is damaged.
    pub damaged: u64,
    /// The last backup failed.
    pub failed: u64,
    /// No point when one was expected.
    pub overdue: u64,
    /// In no policy.
    pub unprotected: u64,
    /// The last backup ended with warnings.
    pub warning: u64,
    /// Waiting for the initial backup.
    pub pending: u64,
    /// All is well.
    pub healthy: u64,
}

impl MachineCounts {
    /// The states, worst first; those in no policy come behind the ones that need someone.
    pub const STATES: [Option<Health>; 7] = [
        Some(Health::Damaged),
        Some(Health::Failed),
        Some(Health::Overdue),
        None,
        Some(Health::Warning),
        Some(Health::Pending),
        Some(Health::Healthy),
    ];

    /// How many are in a state; nothing is in no policy.
    pub const fn of(&self, health: Option<Health>) -> u64 {
        match health {
            Some(Health::Damaged) => self.damaged,
            Some(Health::Failed) => self.failed,
            Some(Health::Overdue) => self.overdue,
            None => self.unprotected,
            Some(Health::Warning) => self.warning,
            Some(Health::Pending) => self.pending,
            Some(Health::Healthy) => self.healthy,
        }
    }

    /// The same, to be set.
    pub const fn of_mut(&mut self, health: Option<Health>) -> &mut u64 {
        match health {
            Some(Health::Damaged) => &mut self.damaged,
            Some(Health::Failed) => &mut self.failed,
            Some(Health::Overdue) => &mut self.overdue,
            None => &mut self.unprotected,
            Some(Health::Warning) => &mut self.warning,
            Some(Health::Pending) => &mut self.pending,
            Some(Health::Healthy) => &mut self.healthy,
        }
    }

    /// All of them.
    pub fn all(&self) -> u64 {
        Self::STATES.iter().map(|health| self.of(*health)).sum()
    }

    /// Those with a point that is young enough, with or without warnings. Waiting for the initial backup is not protection.
    pub const fn protected(&self) -> u64 {
        self.healthy + self.warning
    }

    /// How the worst machine is; nothing when there is no machine in a policy.
    pub fn worst(&self) -> Option<Health> {
        Self::STATES.into_iter().flatten().find(|health| self.of(Some(*health)) > 0)
    }
}

/// At most so many machines of a state are named.
pub const NAMED_MAX: usize = 5;

/// Everything that the overview shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Overview {
    /// How many machines that you may see are in which state.
    pub counts: MachineCounts,
    /// Some of them, worst first: at most five of each state. `/machines` has them all.
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

impl Overview {
    /// The machines of a state that are named; nothing is in no policy.
    pub fn named(&self, health: Option<Health>) -> impl Iterator<Item = &MachineHealth> {
        self.machines.iter().filter(move |machine| machine.health == health)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_be_as_the_worst_that_a_policy_covers() {
        let mut counts = MachineCounts { unprotected: 2, ..MachineCounts::default() };
        assert_eq!((counts.worst(), counts.all(), counts.protected()), (None, 2, 0));
        let from_best =
            [Health::Healthy, Health::Pending, Health::Warning, Health::Overdue, Health::Failed, Health::Damaged];
        for health in from_best {
            *counts.of_mut(Some(health)) = 1;
            assert_eq!(counts.worst(), Some(health));
        }
        assert_eq!((counts.all(), counts.protected()), (8, 2));
    }
}

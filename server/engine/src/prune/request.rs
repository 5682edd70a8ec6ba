//! What a prune is asked and what it answers.

use std::time::Duration;

use chrono::{DateTime, Utc};

/// Called right before packs are condemned, with the vault locked exclusively. Refusing ends the prune with nothing condemned.
pub type BeforeSwap<'a> = dyn Fn() -> Result<(), String> + 'a;

/// What a prune may do.
#[derive(Clone, Copy)]
pub struct PruneRequest<'a> {
    /// How much of the packs may stay unused, in percent of what is used: the less, the more is copied.
    pub unused_percent_max: u8,
    /// How long condemned packs stay before they are deleted.
    pub grace: Duration,
    /// Now, by the caller's clock: it decides whose grace is over.
    pub now: DateTime<Utc>,
    /// How long to wait until nobody else works with the vault.
    pub patience: Duration,
    /// The caller's last word.
    pub on_before_swap: Option<&'a BeforeSwap<'a>>,
}

impl PruneRequest<'_> {
    /// At most 5 % unused, a day of grace, ten minutes of patience.
    pub fn at(now: DateTime<Utc>) -> Self {
        PruneRequest {
            unused_percent_max: 5,
            grace: Duration::from_hours(24),
            now,
            patience: Duration::from_mins(10),
            on_before_swap: None,
        }
    }
}

/// A number of packs and their bytes, exact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct PackCount {
    /// How many.
    pub packs: u64,
    /// Their bytes in the store.
    pub bytes: u64,
}

/// What a prune would do with the vault as it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct PrunePlan {
    /// Snapshots, strangers' included, that say what is needed.
    pub snapshots: u64,
    /// All packs in the store that are not condemned.
    pub present: PackCount,
    /// Packs that no snapshot needs, and packs that no index names, which a writer that ended early has left.
    pub unneeded: PackCount,
    /// Packs that are needed in part and too much of which is not: what is needed is copied.
    pub to_copy: PackCount,
    /// The new packs of the copies.
    pub copies: PackCount,
    /// Packs that earlier prunes condemned and whose grace is not over.
    pub in_grace: PackCount,
}

impl PrunePlan {
    /// By how many bytes the packs shrink when everything condemned is deleted.
    pub fn freed_bytes(&self) -> u64 {
        (self.unneeded.bytes + self.to_copy.bytes).saturating_sub(self.copies.bytes)
    }
}

/// What a prune did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct PruneOutcome {
    /// What was found.
    pub plan: PrunePlan,
    /// What this prune condemned; less than planned where a point that was made meanwhile needs it.
    pub condemned: PackCount,
    /// What was deleted, whoever had condemned it.
    pub deleted: PackCount,
    /// What is condemned and waits for the end of its grace.
    pub in_grace: PackCount,
}

impl PackCount {
    pub(super) fn add(&mut self, bytes: u64) {
        self.packs += 1;
        self.bytes += bytes;
    }
}

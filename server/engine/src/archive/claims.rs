//! Who stores which chunk: the table by which backups that run at the same time never store one twice.

use std::collections::HashMap;

use crate::format::{Id, IdMap};

/// A running backup, to the table.
pub(super) type RunId = u64;

/// What the table knows of a chunk that no index lists yet.
#[derive(Clone, Copy)]
enum Claim {
    /// A backup is compressing it, or it is in a pack that is not durable yet.
    InFlight(RunId),
    /// It is in a durable pack.
    Durable,
}

/// What a backup that needs a chunk is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nobody has it: the asker has claimed it now and must store it.
    Claimed,
    /// It is durable, or will be by the asker's own doing.
    Settled,
    /// Another backup is storing it: come back before committing.
    Foreign,
}

/// The table.
#[derive(Default)]
pub(super) struct Claims {
    claims: IdMap<Claim>,
    in_flight: HashMap<RunId, usize>,
}

impl Claims {
    /// Claims the chunk for `run`, unless someone has it.
    pub(super) fn claim(&mut self, id: Id, run: RunId) -> Standing {
        match self.claims.get(&id) {
            Some(Claim::Durable) => Standing::Settled,
            Some(Claim::InFlight(owner)) if *owner == run => Standing::Settled,
            Some(Claim::InFlight(_)) => Standing::Foreign,
            None => {
                self.claims.insert(id, Claim::InFlight(run));
                *self.in_flight.entry(run).or_default() += 1;
                Standing::Claimed
            }
        }
    }

    /// What is known of the chunk; `None` when nobody has it.
    pub(super) fn standing(&self, id: Id, run: RunId) -> Option<Standing> {
        self.claims.get(&id).map(|claim| match claim {
            Claim::InFlight(owner) if *owner != run => Standing::Foreign,
            _ => Standing::Settled,
        })
    }

    /// The chunk's pack is durable.
    pub(super) fn settle(&mut self, id: Id) {
        if let Some(Claim::InFlight(owner)) = self.claims.insert(id, Claim::Durable) {
            self.count_down(owner);
        }
    }

    /// The chunk will not be stored by who claimed it; or an index lists it now.
    pub(super) fn release(&mut self, id: Id) {
        if let Some(Claim::InFlight(owner)) = self.claims.remove(&id) {
            self.count_down(owner);
        }
    }

    /// How many chunks this backup claimed that are not durable yet.
    pub(super) fn in_flight(&self, run: RunId) -> usize {
        self.in_flight.get(&run).copied().unwrap_or(0)
    }

    fn count_down(&mut self, owner: RunId) {
        if let Some(count) = self.in_flight.get_mut(&owner) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.in_flight.remove(&owner);
            }
        }
    }
}

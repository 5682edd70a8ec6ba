//! Downgrades: where what is true is less than what was asked for. Each is told in words where it shows, never silently.

use serde::{Deserialize, Serialize};

use crate::vault::{Redundancy, Replication};

/// What is less than was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Downgrade {
    /// A second copy in another location was asked for, and there is none.
    NotReplicated {
        /// Why.
        why: Replication,
    },
}

impl Downgrade {
    /// What is less for what lies in a vault of this redundancy.
    pub fn of_vault(redundancy: Redundancy) -> Vec<Downgrade> {
        match Replication::of(redundancy) {
            Replication::NotWanted => Vec::new(),
            why @ Replication::NoPairedLocation => vec![Downgrade::NotReplicated { why }],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_tell_of_a_copy_that_was_asked_for_and_is_not_there() {
        let why = Replication::NoPairedLocation;
        assert_eq!(Downgrade::of_vault(Redundancy::GeoRedundant), [Downgrade::NotReplicated { why }]);
        assert_eq!(Downgrade::of_vault(Redundancy::LocallyRedundant), []);
    }
}

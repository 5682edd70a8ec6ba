//! What a repair answers.

use crate::fault::Damage;

/// What a repair found and did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RepairReport {
    /// Index files that could not be read; they are gone now.
    pub indexes_removed: u64,
    /// Packs that no index named and one does now.
    pub packs_named: u64,
    /// Packs that an index named and that are not there; none names them now.
    pub packs_missing: u64,
    /// Packs that no index names and whose header cannot be read. They stay where they are.
    pub packs_unreadable: Vec<Damage>,
}

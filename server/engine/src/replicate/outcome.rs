//! What a replication is asked and what it answers.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::fault::Damage;
use crate::point::PointId;

/// How a vault is replicated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReplicateRequest {
    /// Looks at the points, too, that the replica has, and brings what it has lost of them. Otherwise they are taken for whole.
    pub look_at_all: bool,
}

/// What a replication did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReplicateOutcome {
    /// Snapshots, strangers' included, that the replica has now and had not.
    pub points: u64,
    /// Packs written at the replica.
    pub packs: u64,
    /// Bytes read from the vault's packs.
    pub read_bytes: u64,
    /// Bytes written at the replica: packs, indexes and snapshots.
    pub stored_bytes: u64,
    /// Snapshots that the replica cannot have, each with the first thing that is wrong.
    pub left_out: Vec<(PointId, Damage)>,
    /// Files at the replica that were damaged and are whole again.
    pub mended: Vec<Damage>,
    /// How far the replica is behind now.
    pub lag: ReplicaLag,
    /// How long it took.
    pub duration: Duration,
}

/// How far a replica is behind its vault.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct ReplicaLag {
    /// Snapshots of the vault that the replica has not got.
    pub points_missing: u64,
    /// The time of the oldest of them, where one can be read.
    pub oldest_missing: Option<DateTime<Utc>>,
    /// The time of the newest snapshot that both have.
    pub newest_present: Option<DateTime<Utc>>,
}

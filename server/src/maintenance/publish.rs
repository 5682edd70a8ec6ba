//! What a verification or a prune found, written in the transaction that ends its job.

use chrono::{DateTime, TimeDelta, Utc};
use shared::id::{JobId, RecoveryPointId, VaultId};
use shared::job::JobWarning;
use shared::maintenance::{Cause, GRACE_HOURS, PackCount, Prune, Verification, VerifyScope};

use crate::db::Tx;
use crate::error::Result;
use crate::maintenance::store;
use crate::{items, recovery_points};

/// A point that cannot be restored completely.
#[derive(Clone, Debug)]
pub struct Damaged {
    /// The point.
    pub point: RecoveryPointId,
    /// What hurts it.
    pub causes: Vec<Cause>,
}

/// What a verification found.
#[derive(Clone, Debug)]
pub struct Verified {
    /// The vault.
    pub vault_id: VaultId,
    /// How many packs it was to read.
    pub scope: VerifyScope,
    /// Which share of them it read.
    pub turn: u64,
    /// How many packs there are, and how many were read.
    pub packs: (u64, u64),
    /// What was read.
    pub read_bytes: u64,
    /// How many files or blobs are not as they should be.
    pub problems: u64,
    /// How many snapshots were looked at, and how many of them are hurt.
    pub snapshots: (u64, u64),
    /// The points that were found whole.
    pub whole: Vec<RecoveryPointId>,
    /// The points that were not.
    pub damaged: Vec<Damaged>,
    /// What there is to know.
    pub warnings: Vec<JobWarning>,
}

/// Writes the verdicts on the points and on their items, and the verification itself.
pub async fn publish_verification(tx: &mut Tx, found: &Verified, (job_id, at): (JobId, DateTime<Utc>)) -> Result<()> {
    recovery_points::note_whole(tx, &found.whole, (found.scope, at)).await?;
    for damaged in &found.damaged {
        recovery_points::note_damaged(tx, (damaged.point, &damaged.causes), (job_id, at)).await?;
    }
    items::note_verdicts(tx, found.vault_id).await?;
    let verification = Verification {
        scope: found.scope,
        job_id,
        at,
        packs: found.packs.0,
        read_packs: found.packs.1,
        read_bytes: found.read_bytes,
        problems: found.problems,
        points: found.snapshots.0,
        points_hurt: found.snapshots.1,
    };
    store::put_verification(tx, found.vault_id, &verification, found.turn).await
}

/// What a prune did.
#[derive(Clone, Copy, Debug)]
pub struct Pruned {
    /// The vault.
    pub vault_id: VaultId,
    /// Packs that it condemned.
    pub condemned: PackCount,
    /// Packs that it deleted.
    pub deleted: PackCount,
    /// Packs that wait for the end of their grace.
    pub in_grace: PackCount,
}

/// Writes what the prune did.
pub async fn publish_prune(tx: &mut Tx, did: &Pruned, (job_id, at): (JobId, DateTime<Utc>)) -> Result<()> {
    let Pruned { vault_id, condemned, deleted, in_grace } = *did;
    let prune = Prune { job_id, at, condemned, deleted, in_grace, grace_ends_at: grace_ends_at(at, in_grace) };
    store::put_prune(tx, vault_id, &prune).await
}

/// What was condemned last waits longest.
pub(super) fn grace_ends_at(at: DateTime<Utc>, in_grace: PackCount) -> Option<DateTime<Utc>> {
    (in_grace.packs > 0).then(|| at + TimeDelta::hours(GRACE_HOURS))
}

//! How far a replica is behind.

use crate::core::Core;
use crate::fault::ReadError;
use crate::format::IdSet;
use crate::point;
use crate::replicate::{ReplicaLag, ReplicateError, replica};
use crate::store::FileKind;

/// Compares the snapshots of both. Those that are forgotten meanwhile are left out.
pub(crate) fn lag(vault: &Core, replica: &Core) -> Result<ReplicaLag, ReplicateError> {
    replica::must_be_of(vault, replica)?;
    let listed = vault.store().list(FileKind::Snapshot).map_err(ReplicateError::Store)?;
    let there = replica.store().list(FileKind::Snapshot).map_err(ReplicateError::ReplicaStore)?;
    let there: IdSet = there.into_iter().map(|(id, _)| id).collect();
    let mut lag = ReplicaLag::default();
    for (id, _) in listed {
        let time = match point::read_snapshot(vault, id) {
            Ok(Some(snapshot)) => Some(snapshot.time),
            Ok(None) => continue,
            Err(ReadError::Damaged(_)) => None,
            Err(error) => return Err(ReplicateError::at_vault(error)),
        };
        if there.contains(&id) {
            lag.newest_present = lag.newest_present.max(time);
        } else {
            lag.points_missing += 1;
            lag.oldest_missing = [lag.oldest_missing, time].into_iter().flatten().min();
        }
    }
    Ok(lag)
}

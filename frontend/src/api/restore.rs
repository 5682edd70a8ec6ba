//! Restoring.

use shared::id::RecoveryPointId;
use shared::job::Job;
use shared::restore::{RestoreDisks, RestoreRoot};

use super::{Failure, client};

/// The roots that a restore may write beneath.
pub(crate) async fn roots() -> Result<Vec<RestoreRoot>, Failure> {
    client::get("/restore-roots").await
}

/// Writes disks of a point into a new folder.
pub(crate) async fn disks(point: RecoveryPointId, restore: RestoreDisks) -> Result<Job, Failure> {
    client::post(&format!("/recovery-points/{point}/restore"), &restore).await
}

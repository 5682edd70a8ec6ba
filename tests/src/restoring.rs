//! Getting disks back.

use std::path::{Path, PathBuf};

use shared::id::RecoveryPointId;
use shared::machine::DiskFormat;
use shared::name::RestoreFolder;
use shared::restore::RestoreDisks;

use crate::{Answer, Client};

/// What asks for all disks of a point in a new folder beneath a root.
pub fn all_disks(root: &Path, folder: &str, format: DiskFormat) -> RestoreDisks {
    let folder = RestoreFolder::new(folder).expect("a folder's name");
    RestoreDisks { root: root.display().to_string(), folder, format, disks: None }
}

impl Client {
    /// Asks for a restore.
    pub async fn ask_restore(&self, point: RecoveryPointId, request: &RestoreDisks) -> Answer {
        self.post(&format!("/recovery-points/{point}/restore"), request).await
    }

    /// Restores all disks of the point into a new folder beneath the root; answers the folder.
    pub async fn restored(&self, point: RecoveryPointId, root: &Path, folder: &str, format: DiskFormat) -> PathBuf {
        let job: shared::job::Job = self.ask_restore(point, &all_disks(root, folder, format)).await.body(202);
        let job = self.completed(job.id).await;
        let target = root.join(folder);
        assert_eq!(job.target.as_deref(), target.to_str());
        target
    }
}

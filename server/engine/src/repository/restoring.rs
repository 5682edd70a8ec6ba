//! Getting disks back out of a vault.

use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;

use crate::cancel::Cancel;
use crate::core::Core;
use crate::point::PointId;
use crate::progress::Progress;
use crate::repository::Repository;
use crate::restore::{self, DiskReader, ImageFormat, RestoreError, RestoreOutcome, RestoreRequest, RestoreTarget};

/// A restored disk is as secret as the vault was.
const TARGET_MODE: u32 = 0o600;

impl Repository {
    /// Writes a disk of a point into a new file. What cannot be read here is read from the replicas, where there are some.
    pub fn restore(
        &self,
        request: RestoreRequest,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<RestoreOutcome, RestoreError> {
        restore::restore((&self.core, self.replica_cores()), request, progress, cancel)
    }

    fn replica_cores(&self) -> Vec<Arc<Core>> {
        self.replicas.iter().map(|replica| Arc::clone(&replica.core)).collect()
    }

    /// Opens a disk of a point for reading anywhere.
    pub fn open_disk(&self, point: PointId, disk: &str, progress: &dyn Progress) -> Result<DiskReader, RestoreError> {
        restore::open_disk((&self.core, self.replica_cores()), (point, disk), progress)
    }

    /// As [`Repository::restore`], into a file that is made here, never over another one, and removed again on a failure. With `begun`
    /// a file that is there is gone on with, and stays for another time.
    pub fn restore_to_path(
        &self,
        (point, disk): (PointId, &str),
        (path, format, begun): (&Path, ImageFormat, bool),
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<RestoreOutcome, RestoreError> {
        let no_link = i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or(0);
        let mut open = OpenOptions::new();
        open.read(true).write(true).create_new(!begun).create(begun).custom_flags(no_link).mode(TARGET_MODE);
        let file = open.open(path).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => RestoreError::TargetNotEmpty,
            _ => RestoreError::Target(error),
        })?;
        let request = RestoreRequest { point, disk: disk.to_owned(), target: RestoreTarget { file, format, begun } };
        let restored = self.restore(request, progress, cancel);
        if restored.is_err() && !begun {
            // The reason of the failure is what the caller needs to hear.
            let _ = fs::remove_file(path);
        }
        restored
    }
}

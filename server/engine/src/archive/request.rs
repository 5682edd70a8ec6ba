//! What a backup is asked for and what it answers.

use std::time::Duration;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::archive::ChangedExtents;
use crate::format::Id;
use crate::point::{Consistency, PointId, is_path_part};
use crate::source::DiskSource;

/// A last chance to refuse, right before the point is published.
pub type BeforeCommit<'a> = dyn Fn() -> Result<(), String> + 'a;

/// One machine, all of its disks, at one time.
pub struct BackupRequest<'a> {
    /// The machine's name, for people.
    pub machine_name: String,
    /// The machine's identity.
    pub machine_id: Uuid,
    /// The caller's id for the new point.
    pub recovery_point_id: Uuid,
    /// What a restored machine can rely on.
    pub consistency: Consistency,
    /// When the state was taken.
    pub time: DateTime<Utc>,
    /// The disks; at least one, names all different.
    pub disks: Vec<BackupDisk>,
    /// What else is to be known of the machine; kept in `meta/vm.json` under `machine`.
    pub machine_record: serde_json::Value,
    /// Called right before the snapshot is written. An error means that no point is made.
    pub on_before_commit: Option<&'a BeforeCommit<'a>>,
}

/// A disk to back up.
pub struct BackupDisk {
    /// Its name, a folder's name in the vault: no `/`, not empty, at most 255 bytes.
    pub name: String,
    /// Where its bytes come from.
    pub source: Box<dyn DiskSource>,
    /// What alone may differ from an earlier point; else all that is allocated is read.
    pub changed: Option<ChangedExtents>,
}

impl BackupDisk {
    /// A disk that is read whole.
    pub fn whole(name: impl Into<String>, source: Box<dyn DiskSource>) -> Self {
        BackupDisk { name: name.into(), source, changed: None }
    }
}

/// A point was made.
#[derive(Debug, Clone)]
pub struct BackupOutcome {
    /// The new point.
    pub point: PointId,
    /// The machine's newest point before it.
    pub parent: Option<PointId>,
    /// The disks, in the order of the request.
    pub disks: Vec<DiskOutcome>,
    /// Bytes read from all disks.
    pub read_bytes: u64,
    /// Of them, bytes in chunks that the vault did not have.
    pub new_bytes: u64,
    /// Bytes that this backup added to the vault: its new chunks as they stand in packs, its trees with their index, the
    /// snapshot. Backups that run at the same time in the same vault share packs of data; their headers and indexes, about
    /// a thousandth, count for nobody.
    pub stored_bytes: u64,
    /// The packs that were published for this point.
    pub packs: Vec<Id>,
    /// How long it took.
    pub duration: Duration,
}

/// What happened to one disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiskOutcome {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// Bytes read from it; holes are not read.
    pub read_bytes: u64,
    /// Of them, bytes in chunks that the vault did not have.
    pub new_bytes: u64,
}

impl BackupRequest<'_> {
    /// What is wrong with the request, if anything.
    pub(crate) fn fault(&self) -> Option<String> {
        if !is_path_part(&self.machine_name) {
            return Some(format!("{:?} cannot be a machine's name", self.machine_name));
        }
        if self.disks.is_empty() {
            return Some("there is no disk".to_owned());
        }
        let mut names: Vec<&str> = self.disks.iter().map(|disk| disk.name.as_str()).collect();
        if let Some(name) = names.iter().find(|name| !is_path_part(name)) {
            return Some(format!("{name:?} cannot be a disk's name"));
        }
        names.sort_unstable();
        let twice = names.windows(2).find(|pair| pair[0] == pair[1]);
        twice.map(|pair| format!("two disks are called {:?}", pair[0]))
    }
}

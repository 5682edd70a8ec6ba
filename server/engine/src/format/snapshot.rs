//! Files in `snapshots/`: the roots. Everything that none of them reaches may be removed one day.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::format::{FormatError, Id};

/// The content of a snapshot file. Fields that we do not know are ignored: strangers' snapshots are only read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotFile {
    /// When the state that it holds was taken.
    pub time: DateTime<Utc>,
    /// The snapshot that it was compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id>,
    /// The root folder.
    pub tree: Id,
    /// What was backed up.
    #[serde(default)]
    pub paths: Vec<String>,
    /// For our points: the machine's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hostname: String,
    /// Who ran the backup.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub username: String,
    /// For our points `vm:…`, `rp:…` and `cons:…`; for a catalogue `cofre:catalog`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// The program that wrote it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub program_version: String,
    /// What the backup did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<SnapshotSummary>,
}

/// The statistics that restic shows of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotSummary {
    /// When the backup began.
    pub backup_start: DateTime<Utc>,
    /// When it ended.
    pub backup_end: DateTime<Utc>,
    /// Counts of files; for ours a file is a segment.
    #[serde(default)]
    pub files_new: u64,
    /// Files that changed.
    #[serde(default)]
    pub files_changed: u64,
    /// Files that did not.
    #[serde(default)]
    pub files_unmodified: u64,
    /// Folders likewise.
    #[serde(default)]
    pub dirs_new: u64,
    /// Folders that changed.
    #[serde(default)]
    pub dirs_changed: u64,
    /// Folders that did not.
    #[serde(default)]
    pub dirs_unmodified: u64,
    /// New data blobs.
    #[serde(default)]
    pub data_blobs: u64,
    /// New tree blobs.
    #[serde(default)]
    pub tree_blobs: u64,
    /// New plain bytes.
    #[serde(default)]
    pub data_added: u64,
    /// New stored bytes.
    #[serde(default)]
    pub data_added_packed: u64,
    /// All files.
    #[serde(default)]
    pub total_files_processed: u64,
    /// All bytes.
    #[serde(default)]
    pub total_bytes_processed: u64,
}

impl SnapshotFile {
    /// Reads a snapshot.
    pub fn decode(json: &[u8]) -> Result<Self, FormatError> {
        serde_json::from_slice(json).map_err(|error| FormatError::malformed("snapshot", error))
    }

    /// The JSON of this snapshot.
    pub fn encode(&self) -> Result<Vec<u8>, FormatError> {
        serde_json::to_vec(self).map_err(|error| FormatError::malformed("snapshot", error))
    }

    /// What follows `prefix` in the first tag that begins with it.
    pub fn tag(&self, prefix: &str) -> Option<&str> {
        self.tags.iter().flatten().find_map(|tag| tag.strip_prefix(prefix))
    }

    /// Whether it has just this tag.
    pub fn has_tag(&self, word: &str) -> bool {
        self.tags.iter().flatten().any(|tag| tag == word)
    }
}

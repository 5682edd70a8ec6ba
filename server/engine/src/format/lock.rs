//! Files in `locks/`.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::format::FormatError;

/// The content of a lock file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockFile {
    /// When it was written; a holder writes it anew every five minutes.
    pub time: DateTime<Utc>,
    /// Whether the holder wants the repository for itself.
    pub exclusive: bool,
    /// The holder's host.
    #[serde(default)]
    pub hostname: String,
    /// The holder's user.
    #[serde(default)]
    pub username: String,
    /// The holder's process.
    pub pid: i32,
    /// The holder's user id.
    #[serde(default)]
    pub uid: u32,
    /// The holder's group id.
    #[serde(default)]
    pub gid: u32,
}

impl LockFile {
    /// Reads a lock.
    pub fn decode(json: &[u8]) -> Result<Self, FormatError> {
        serde_json::from_slice(json).map_err(|error| FormatError::malformed("lock", error))
    }

    /// The JSON of this lock.
    pub fn encode(&self) -> Result<Vec<u8>, FormatError> {
        serde_json::to_vec(self).map_err(|error| FormatError::malformed("lock", error))
    }
}

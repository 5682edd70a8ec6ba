//! Restoring disks from a recovery point.

use serde::{Deserialize, Serialize};

use crate::machine::DiskFormat;
use crate::name::RestoreFolder;

/// A root of `cofre.toml` that restores may write beneath.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RestoreRoot {
    /// Its path on the server; also its name in a request.
    pub path: String,
    /// What is free on it, when it can be read.
    pub free_bytes: Option<u64>,
}

/// Asks to write disks of a point into a new folder beneath a root. Nothing that exists is written over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RestoreDisks {
    /// The root: one of the paths that `GET /restore-roots` lists.
    pub root: String,
    /// The folder to make beneath it.
    pub folder: RestoreFolder,
    /// The format of the files.
    pub format: DiskFormat,
    /// Which disks, by name; nothing means all.
    #[serde(default)]
    pub disks: Option<Vec<String>>,
}

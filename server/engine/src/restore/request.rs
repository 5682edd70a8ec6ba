//! What a restore is asked for and what it answers.

use std::fs::File;
use std::time::Duration;

use crate::point::PointId;

/// One disk of one point.
pub struct RestoreRequest {
    /// The point.
    pub point: PointId,
    /// The disk's name.
    pub disk: String,
    /// Where it goes.
    pub target: RestoreTarget,
}

/// A file to restore into.
pub struct RestoreTarget {
    /// Opened for reading and writing, and made by the caller alone. New and empty, unless it was begun.
    pub file: File,
    /// How the disk is written.
    pub format: ImageFormat,
    /// Whether the file may hold a part of this disk, from a restore that did not end. What is there is compared with the point
    /// chunk by chunk and kept where it is right. Only raw images can be gone on with.
    pub begun: bool,
}

/// A disk image's format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ImageFormat {
    /// The disk's bytes, with holes where there are zeros.
    #[default]
    Raw,
    /// QEMU's format, version 3.
    Qcow2,
}

/// A disk was restored and is durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RestoreOutcome {
    /// The disk's size in bytes.
    pub size_bytes: u64,
    /// Of them, bytes that were read from the vault; the rest is holes.
    pub read_bytes: u64,
    /// How long it took.
    pub duration: Duration,
}

//! Telling how far an operation is.

/// Receives reports. Called from the thread that runs the operation, a few times a second: sums are deltas since the last
/// report of the same kind.
pub trait Progress: Send + Sync {
    /// Takes one report.
    fn report(&self, update: Update<'_>);
}

/// Ignores everything.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn report(&self, _: Update<'_>) {}
}

/// What an operation is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Taking the lock, loading the index, looking at the disks.
    Preparing,
    /// Moving the disks' data.
    Transferring,
    /// Waiting until everything is durable, then writing indexes, trees and the snapshot.
    Committing,
    /// Reading back what was written.
    Verifying,
}

/// One report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Update<'a> {
    /// A phase began.
    Phase(Phase),
    /// A disk is known; once per disk, in the order of the request.
    DiskPlanned {
        /// Its name.
        disk: &'a str,
        /// Its size in bytes.
        size_bytes: u64,
        /// How many of them will be read (backup) or looked up (restore).
        to_read_bytes: u64,
    },
    /// How many files or packs a verification will look at, or a replication copy for its next point.
    Planned {
        /// Their bytes.
        bytes: u64,
    },
    /// More bytes were read.
    Read {
        /// From which disk (its place in the request; 0 in a restore, a verification or a replication).
        disk: usize,
        /// How many since the last report.
        bytes: u64,
    },
    /// More bytes turned out to be new to the vault.
    New {
        /// How many since the last report, before compression.
        bytes: u64,
    },
    /// More bytes were compressed and sealed, on their way into the vault; at the end what was published with them.
    Stored {
        /// How many since the last report, compressed and sealed.
        bytes: u64,
    },
    /// All of a disk's data was read and looked at.
    DiskDone {
        /// Its name.
        disk: &'a str,
    },
    /// Something that a log should hold.
    Note(&'a str),
}

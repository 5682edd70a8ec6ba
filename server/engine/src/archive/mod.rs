//! Moving disks into the vault.
//!
//! Owns a backup from the request to the snapshot, and what running backups share: the workers of the process, the open
//! packs, and the claims by which no chunk is stored twice. It must not know where images lie or what a policy is.
//!
//! Readers (threads of the backup) fill chunk buffers from the disks; workers (one pool a process) look at each chunk, and
//! compress, check and seal those that are new. References run strictly backwards and each step is awaited: packs of data,
//! their index, packs of trees, their index, the snapshot.

mod backup;
mod blobs;
mod buffers;
mod changed;
mod chunk;
mod claims;
mod commit;
mod compression;
mod disk;
mod error;
mod packer;
mod planner;
mod reader;
mod request;
mod run;
mod session;
mod snapshot;
mod workers;

pub(crate) use backup::backup;
pub(crate) use blobs::NewBlobs;
pub use changed::{ChangedExtents, ChangedFile};
pub use compression::{Compression, NotACompression};
pub use error::BackupError;
pub use request::{BackupDisk, BackupOutcome, BackupRequest, BeforeCommit, DiskOutcome};
pub(crate) use session::Session;
pub(crate) use snapshot::{PROGRAM, publish};

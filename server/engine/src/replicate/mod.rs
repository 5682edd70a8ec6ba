//! Copying a vault's points into another store.
//!
//! Owns making a replica, finding what of a point it lacks, copying the packs that hold that, and telling how far it is
//! behind. A replica is a vault of its own with the same id and the same keys: it is forgotten from, pruned, verified and
//! restored from like any other. It must not know which points are wanted: all that the vault has are copied.
//!
//! In order, each step awaited, with a shared lock on both: the snapshots listed → for each that is missing, oldest first:
//! what the replica's index does not list of it → packs of data, byte by byte, each compared with its name → their index →
//! packs of trees → their index → everything looked for once more → snapshot. Any prefix is a valid replica, and the next run
//! goes on from there.
//!
//! Indexes are written anew at the replica rather than copied: theirs name what *that* vault has. So a prune on one side
//! never makes an index of the other name packs that are not there, and what the replica has pruned is not brought back by
//! name. A pack that the replica has condemned is never used again: its blobs are stored under a new name.

mod copy;
mod error;
mod job;
mod lack;
mod lag;
mod outcome;
mod replica;
mod sides;

pub use error::ReplicateError;
pub(crate) use job::replicate;
pub(crate) use lag::lag;
pub use outcome::{ReplicaLag, ReplicateOutcome, ReplicateRequest};
pub(crate) use replica::open;

//! Making the index whole again.
//!
//! Owns naming packs that no index names, from their own headers, and taking out of the index what is not there. It only adds
//! to what can be read: no pack and no snapshot is deleted, and of the index only files that nobody can read, and names of
//! packs that are missing. What a point lacks then, verification tells; the next backup that has such a chunk stores it
//! again, and the point is whole.

mod error;
mod job;
mod report;

pub use error::RepairError;
pub(crate) use job::repair;
pub use report::RepairReport;

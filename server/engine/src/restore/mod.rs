//! Getting disks back.
//!
//! Owns the way from a point to an image file, and reading a point's disk in place. Every chunk is authenticated and compared with its id before it is written.

mod chunk_source;
mod copy;
mod error;
mod find;
mod job;
mod plan;
mod reader;
mod request;
mod target;
mod write;

pub use copy::{CopyError, copy_image};
pub use error::RestoreError;
pub(crate) use job::restore;
pub use reader::DiskReader;
pub(crate) use reader::open as open_disk;
pub use request::{ImageFormat, RestoreOutcome, RestoreRequest, RestoreTarget};

//! Getting disks back.
//!
//! Owns the way from a point to an image file. Every chunk is authenticated and compared with its id before it is written.

mod chunk_source;
mod copy;
mod error;
mod job;
mod request;
mod target;

pub use copy::{CopyError, copy_image};
pub use error::RestoreError;
pub(crate) use job::restore;
pub use request::{ImageFormat, RestoreOutcome, RestoreRequest, RestoreTarget};

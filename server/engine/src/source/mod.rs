//! Disks as they are read.
//!
//! Owns the [`DiskSource`] trait and reading raw files. It must not know what a vault is. Formats are never guessed: the
//! caller says what a file is.

mod contract;
mod raw;

pub use contract::{DiskSource, Extent, SourceError};
pub use raw::{RawSource, open_raw, open_raw_path};

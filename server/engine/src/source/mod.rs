//! Disks as they are read.
//!
//! Owns the [`DiskSource`] trait and reading raw files and qcow2 images. It must not know what a vault is. Formats are never guessed: the
//! caller says what a file is.

mod contract;
mod fingerprint;
mod qcow2;
mod qcow2_header;
mod raw;

pub use contract::{DiskSource, Extent, SourceError};
pub use qcow2::{Qcow2Source, open_qcow2, open_qcow2_path};
pub use raw::{RawSource, open_raw, open_raw_path};

//! Copying an image into another format, without a vault.

use std::fs::File;
use std::io;

use crate::restore::ImageFormat;
use crate::restore::request::RestoreTarget;
use crate::restore::target::Target;
use crate::source::{DiskSource, SourceError};

/// So much is copied at a time, in bytes.
const PIECE_BYTES: u64 = 1 << 20;

/// Why an image was not copied. The target is incomplete and should be removed by who made it.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The source could not be read.
    #[error("the source could not be read")]
    Source(#[from] SourceError),
    /// The target could not be written.
    #[error("the target could not be written")]
    Target(#[from] io::Error),
}

/// Writes what `source` holds into `target`, a new and empty file, and makes it durable. Holes stay holes.
pub fn copy_image(source: &dyn DiskSource, target: File, format: ImageFormat) -> Result<(), CopyError> {
    let target = Target::create(RestoreTarget { file: target, format, begun: false }, source.size())?;
    let mut piece = Vec::new();
    for extent in source.allocated()? {
        let end = extent.offset + extent.len;
        let mut offset = extent.offset;
        while offset < end {
            let length = PIECE_BYTES.min(end - offset);
            piece.resize(usize::try_from(length).unwrap_or(0), 0);
            source.read_at(offset, &mut piece)?;
            target.write(offset, &piece)?;
            offset += length;
        }
    }
    target.finish()?;
    Ok(())
}

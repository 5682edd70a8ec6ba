//! Whether an image file is still as it was when it was opened.

use std::fs::{File, Metadata};
use std::os::unix::fs::MetadataExt;

use crate::source::SourceError;

/// Length and time of the last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint {
    len: u64,
    modified: (i64, i64),
}

impl Fingerprint {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Fingerprint { len: metadata.len(), modified: (metadata.mtime(), metadata.mtime_nsec()) }
    }

    /// Answers what changed since.
    pub(super) fn compare(&self, file: &File) -> Result<(), SourceError> {
        let now = Fingerprint::of(&file.metadata().map_err(SourceError::Io)?);
        let changed = |what: &str| SourceError::Changed { what: what.to_owned() };
        if now.len != self.len {
            return Err(changed("its size is another one"));
        }
        if now.modified != self.modified {
            return Err(changed("it was written to"));
        }
        Ok(())
    }
}

//! What a backup asks of a disk.

use std::io;

/// A range of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Where it begins.
    pub offset: u64,
    /// How long it is.
    pub len: u64,
}

/// Why a disk could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The system could not read.
    #[error("the disk could not be read")]
    Io(#[source] io::Error),
    /// The image became shorter, or was replaced, while it was read.
    #[error("the image changed while it was read: {what}")]
    Changed {
        /// What changed.
        what: String,
    },
    /// The file is no regular file or block device.
    #[error("this is neither a file nor a block device")]
    NotADisk,
    /// The file is no qcow2 image, or a broken one.
    #[error("this is not a readable qcow2 image: {why}")]
    NotQcow2 {
        /// What is wrong with it.
        why: String,
    },
    /// The image's header names another file, which is never opened.
    #[error("the image names another file: {name}")]
    NamesAnotherFile {
        /// The name in the header.
        name: String,
    },
    /// The image is encrypted.
    #[error("the image is encrypted")]
    Encrypted,
}

/// A disk that holds still, or whose reader shows one state of it. Many threads read at once.
pub trait DiskSource: Send + Sync {
    /// Its size in bytes.
    fn size(&self) -> u64;

    /// The ranges that may hold something other than zeros, in order and without overlap. Everything else reads as zeros.
    fn allocated(&self) -> Result<Vec<Extent>, SourceError>;

    /// Fills `bytes` from `offset` on (in bytes); the range lies within the disk. A range that cannot be read completely is
    /// an error, never zeros.
    fn read_at(&self, offset: u64, bytes: &mut [u8]) -> Result<(), SourceError>;

    /// Answers whether the image is still the one that was opened, as far as can be told. Asked after everything was read.
    fn unchanged_since_open(&self) -> Result<(), SourceError>;
}

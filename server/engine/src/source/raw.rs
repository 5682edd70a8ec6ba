//! A raw image file or block device.

use std::fs::File;
use std::io::ErrorKind;
use std::os::unix::fs::{FileExt, FileTypeExt};
use std::path::Path;

use rustix::fs::{Advice, SeekFrom, fadvise, seek};
use rustix::io::Errno;

use crate::source::fingerprint::Fingerprint;
use crate::source::{DiskSource, Extent, SourceError};

/// A raw image: its bytes are the disk's.
#[derive(Debug)]
pub struct RawSource {
    file: File,
    size: u64,
    /// For a file; a block device has none.
    fingerprint: Option<Fingerprint>,
}

/// Takes an opened raw image file or block device.
pub fn open_raw(file: File) -> Result<RawSource, SourceError> {
    let metadata = file.metadata().map_err(SourceError::Io)?;
    let kind = metadata.file_type();
    if !kind.is_file() && !kind.is_block_device() {
        return Err(SourceError::NotADisk);
    }
    let size = if kind.is_file() {
        metadata.len()
    } else {
        seek(&file, SeekFrom::End(0)).map_err(|errno| SourceError::Io(errno.into()))?
    };
    // Only advice: reading works without it.
    let _ = fadvise(&file, 0, None, Advice::Sequential);
    Ok(RawSource { file, size, fingerprint: kind.is_file().then(|| Fingerprint::of(&metadata)) })
}

/// Opens a raw image by its path, for reading only.
pub fn open_raw_path(path: &Path) -> Result<RawSource, SourceError> {
    open_raw(File::open(path).map_err(SourceError::Io)?)
}

impl RawSource {
    /// The next range with data at or behind `offset`.
    fn next_extent(&self, offset: u64) -> Result<Option<Extent>, Errno> {
        let start = match seek(&self.file, SeekFrom::Data(offset)) {
            Ok(start) => start,
            Err(Errno::NXIO) => return Ok(None),
            Err(errno) => return Err(errno),
        };
        if start >= self.size {
            return Ok(None);
        }
        let end = seek(&self.file, SeekFrom::Hole(start))?.min(self.size);
        let len = end.saturating_sub(start);
        Ok((len > 0).then_some(Extent { offset: start, len }))
    }
}

impl DiskSource for RawSource {
    fn size(&self) -> u64 {
        self.size
    }

    fn allocated(&self) -> Result<Vec<Extent>, SourceError> {
        let everything = vec![Extent { offset: 0, len: self.size }];
        if self.fingerprint.is_none() {
            return Ok(everything);
        }
        let mut extents = Vec::new();
        let mut offset = 0;
        loop {
            match self.next_extent(offset) {
                Ok(Some(extent)) => {
                    offset = extent.offset + extent.len;
                    extents.push(extent);
                }
                Ok(None) => return Ok(extents),
                Err(Errno::INVAL | Errno::OPNOTSUPP) => return Ok(everything),
                Err(errno) => return Err(SourceError::Io(errno.into())),
            }
        }
    }

    fn read_at(&self, offset: u64, bytes: &mut [u8]) -> Result<(), SourceError> {
        self.file.read_exact_at(bytes, offset).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => SourceError::Changed {
                what: format!("it ends before {} bytes", offset.saturating_add(bytes.len() as u64)),
            },
            _ => SourceError::Io(error),
        })
    }

    fn unchanged_since_open(&self) -> Result<(), SourceError> {
        self.fingerprint.map_or(Ok(()), |fingerprint| fingerprint.compare(&self.file))
    }
}

//! A qcow2 image, read in process by `imago`. No other file is ever opened, whatever a header says.

use std::fs::File;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use imago::qcow2::Qcow2;
use imago::{DenyImplicitOpenGate, FormatAccess, FormatDriverBuilder, Mapping, StorageOpenOptions};

use crate::source::fingerprint::Fingerprint;
use crate::source::qcow2_header::{self, refused};
use crate::source::{DiskSource, Extent, SourceError};

/// A qcow2 image: one file, neither encrypted nor based on another.
pub struct Qcow2Source {
    image: FormatAccess<imago::file::File>,
    file: File,
    /// Data that the image says lies behind this is not there.
    readable_bytes: u64,
    fingerprint: Fingerprint,
}

/// Takes an opened qcow2 image.
pub fn open_qcow2(file: File) -> Result<Qcow2Source, SourceError> {
    let metadata = file.metadata().map_err(SourceError::Io)?;
    if !metadata.is_file() {
        return Err(SourceError::NotADisk);
    }
    let header = qcow2_header::read(&file, metadata.len())?;
    let copy = file.try_clone().map_err(SourceError::Io)?;
    let image = guarded(|| {
        let storage = imago::file::File::from_open_file(copy, StorageOpenOptions::new())?;
        Qcow2::<imago::file::File>::builder(storage).open(DenyImplicitOpenGate::default())
    })?;
    Ok(Qcow2Source {
        image: FormatAccess::new(image),
        file,
        // The last cluster may be written only in part.
        readable_bytes: metadata.len().next_multiple_of(header.cluster_bytes),
        fingerprint: Fingerprint::of(&metadata),
    })
}

/// Opens a qcow2 image by its path, for reading only.
pub fn open_qcow2_path(path: &Path) -> Result<Qcow2Source, SourceError> {
    open_qcow2(File::open(path).map_err(SourceError::Io)?)
}

impl DiskSource for Qcow2Source {
    fn size(&self) -> u64 {
        self.image.size()
    }

    fn allocated(&self) -> Result<Vec<Extent>, SourceError> {
        let mut extents: Vec<Extent> = Vec::new();
        let mut offset = 0;
        while offset < self.size() {
            let (has_data, len) = self.mapping(offset)?;
            if len == 0 {
                return Err(refused(format!("it ends at byte {offset} of the disk")));
            }
            match extents.last_mut() {
                Some(last) if has_data && last.offset + last.len == offset => last.len += len,
                _ if has_data => extents.push(Extent { offset, len }),
                _ => {}
            }
            offset += len;
        }
        Ok(extents)
    }

    fn read_at(&self, offset: u64, bytes: &mut [u8]) -> Result<(), SourceError> {
        guarded(|| self.image.read(bytes, offset))
    }

    fn unchanged_since_open(&self) -> Result<(), SourceError> {
        self.fingerprint.compare(&self.file)
    }
}

impl Qcow2Source {
    /// Whether there is data at `offset`, and for how many bytes that holds.
    fn mapping(&self, offset: u64) -> Result<(bool, u64), SourceError> {
        let rest = self.size() - offset;
        let (data_end, len) = guarded(|| {
            let (mapping, len) = self.image.get_mapping(offset, rest)?;
            Ok(match mapping {
                Mapping::Raw { offset, .. } => (Some(offset.saturating_add(len)), len),
                Mapping::Zero { .. } => (None, len),
                Mapping::Eof { .. } => (None, 0),
                _ => (Some(0), len),
            })
        })?;
        if data_end.is_some_and(|end| end > self.readable_bytes) {
            return Err(refused(format!("the data at byte {offset} of the disk lies behind the end of the file")));
        }
        Ok((data_end.is_some(), len))
    }
}

/// A broken image is an error, whatever the library makes of it.
fn guarded<T>(call: impl FnOnce() -> std::io::Result<T>) -> Result<T, SourceError> {
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(match error.kind() {
            ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::Other => {
                refused(error.to_string())
            }
            ErrorKind::UnexpectedEof => refused("it ends too early"),
            _ => SourceError::Io(error),
        }),
        Err(_) => Err(refused("its structure cannot be followed")),
    }
}

//! Image files as they are written.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

use imago::qcow2::Qcow2;
use imago::{DenyImplicitOpenGate, FormatAccess, FormatCreateBuilder, FormatDriverBuilder, StorageOpenOptions};

use crate::restore::request::{ImageFormat, RestoreTarget};

/// Zeros of this length, aligned, become holes.
const PIECE_BYTES: usize = 64 << 10;
static ZEROS: [u8; PIECE_BYTES] = [0; PIECE_BYTES];

/// A target that many threads write to.
pub(super) enum Target {
    /// A raw image.
    Raw(File),
    /// A qcow2 image, and its file once more to make it durable.
    Qcow2(Box<FormatAccess<imago::file::File>>, File),
}

impl Target {
    /// Prepares the file for a disk of this size.
    pub(super) fn create(target: RestoreTarget, size_bytes: u64) -> io::Result<Self> {
        match target.format {
            ImageFormat::Raw => {
                target.file.set_len(size_bytes)?;
                Ok(Target::Raw(target.file))
            }
            ImageFormat::Qcow2 => create_qcow2(target.file, size_bytes),
        }
    }

    /// Writes a chunk, leaving out what is zeros.
    pub(super) fn write(&self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        let mut pending = 0..0;
        for start in (0..bytes.len()).step_by(PIECE_BYTES) {
            let end = bytes.len().min(start + PIECE_BYTES);
            if bytes[start..end] != ZEROS[..end - start] {
                pending = if pending.is_empty() { start..end } else { pending.start..end };
            } else if !pending.is_empty() {
                self.write_range(offset, bytes, std::mem::take(&mut pending))?;
            }
        }
        if pending.is_empty() { Ok(()) } else { self.write_range(offset, bytes, pending) }
    }

    /// Writes a chunk with its zeros, over whatever is there.
    pub(super) fn write_whole(&self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.write_range(offset, bytes, 0..bytes.len())
    }

    /// What is there.
    pub(super) fn read(&self, offset: u64, bytes: &mut [u8]) -> io::Result<()> {
        match self {
            Target::Raw(file) => file.read_exact_at(bytes, offset),
            Target::Qcow2(image, _) => image.read(bytes, offset),
        }
    }

    /// Makes everything durable.
    pub(super) fn finish(self) -> io::Result<()> {
        match self {
            Target::Raw(file) => file.sync_all(),
            Target::Qcow2(image, file) => {
                image.flush()?;
                drop(image);
                file.sync_all()
            }
        }
    }

    fn write_range(&self, offset: u64, bytes: &[u8], range: std::ops::Range<usize>) -> io::Result<()> {
        let at = offset + range.start as u64;
        match self {
            Target::Raw(file) => file.write_all_at(&bytes[range], at),
            Target::Qcow2(image, _) => image.write(&bytes[range], at),
        }
    }
}

/// Formats an empty image of version 3 without compression, encryption or other files.
fn create_qcow2(file: File, size_bytes: u64) -> io::Result<Target> {
    let durable = file.try_clone()?;
    let storage = imago::file::File::from_open_file(file, StorageOpenOptions::new().write(true))?;
    let builder = Qcow2::<imago::file::File>::create_builder(storage).size(size_bytes);
    let image =
        builder.create_open(DenyImplicitOpenGate::default(), |storage| Ok(Qcow2::builder(storage).write(true)))?;
    Ok(Target::Qcow2(Box::new(FormatAccess::new(image)), durable))
}

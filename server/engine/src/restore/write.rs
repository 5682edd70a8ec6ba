//! From a planned step to the target.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::core::{Scratch, blob_name, open_blob};
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, Id, PackEntry};
use crate::geometry::Geometry;
use crate::restore::RestoreError;
use crate::restore::chunk_source::ChunkSource;
use crate::restore::plan::{Read, Step, Wanted};
use crate::restore::target::Target;
use crate::store::FileKind;

/// A target and how far it is.
pub(super) struct Writing {
    pub(super) chunks: ChunkSource,
    pub(super) target: Target,
    pub(super) geometry: Geometry,
    /// Whether the target may hold a part of the disk already.
    pub(super) begun: bool,
    pub(super) read_bytes: AtomicU64,
    /// The same, and what was there already, and the holes: how far the disk is.
    pub(super) passed_bytes: AtomicU64,
}

/// A worker's buffers, used again for the next step.
#[derive(Default)]
pub(super) struct Buffers {
    sealed: Vec<u8>,
    plain: Vec<u8>,
    there: Vec<u8>,
    alone: Scratch,
}

impl Writing {
    pub(super) fn perform(&self, step: Step, buffers: &mut Buffers) -> Result<(), RestoreError> {
        match step {
            Step::Zeros(chunk) => self.zeros(chunk, buffers),
            Step::Read(read) => self.read(read, buffers),
            Step::Alone { id, chunks } => self.alone(id, &chunks, buffers),
        }
    }

    /// A new file has zeros where nothing is written. One that was begun may hold anything.
    fn zeros(&self, chunk: u64, buffers: &mut Buffers) -> Result<(), RestoreError> {
        if self.begun && self.there(chunk, &mut buffers.there)?.iter().any(|byte| *byte != 0) {
            buffers.there.fill(0);
            self.target.write_whole(self.offset(chunk), &buffers.there).map_err(RestoreError::Target)?;
        }
        self.passed_bytes.fetch_add(self.geometry.chunk_len(chunk), Ordering::Relaxed);
        Ok(())
    }

    fn read(&self, mut read: Read, buffers: &mut Buffers) -> Result<(), RestoreError> {
        if self.begun {
            self.leave_out_what_is_there(&mut read, buffers)?;
        }
        let (Some(first), Some(last)) = (read.blobs.first(), read.blobs.last()) else { return Ok(()) };
        // What was left out at either end is not read.
        let end = read.blobs.iter().map(|wanted| wanted.entry.offset + wanted.entry.length).max();
        (read.start, read.end) = (first.entry.offset, end.unwrap_or(last.entry.offset));
        self.chunks.vault().rate().charge(u64::from(read.end - read.start));
        buffers.sealed.resize(usize::try_from(read.end - read.start).unwrap_or(usize::MAX), 0);
        let pack = FileKind::Pack.file(read.pack);
        if self.chunks.vault().store().get_range(pack, u64::from(read.start), &mut buffers.sealed).is_err() {
            buffers.sealed.clear();
        }
        for wanted in &read.blobs {
            self.blob(&read, wanted, buffers)?;
        }
        Ok(())
    }

    /// A blob among the bytes that were read. One that cannot be had from them is asked for alone, which also says why.
    fn blob(&self, read: &Read, wanted: &Wanted, buffers: &mut Buffers) -> Result<(), RestoreError> {
        let entry = &wanted.entry;
        let Buffers { sealed, plain, .. } = &mut *buffers;
        let sealer = self.chunks.vault().sealer();
        let opened = part(sealed, read.start, entry).and_then(|bytes| open_blob(sealer, entry, bytes, plain).ok());
        let Some(bytes) = opened else { return self.alone(entry.id, &wanted.chunks, buffers) };
        self.write(entry.id, bytes, &wanted.chunks)
    }

    /// A blob by itself, from wherever it can be had.
    fn alone(&self, id: Id, chunks: &[u64], buffers: &mut Buffers) -> Result<(), RestoreError> {
        let Some(first) = chunks.first() else { return Ok(()) };
        let bytes = self.chunks.read(id, self.geometry.chunk_len(*first), &mut buffers.alone)?;
        self.write(id, &bytes, chunks)
    }

    /// Writes a blob to all its places.
    fn write(&self, id: Id, bytes: &[u8], chunks: &[u64]) -> Result<(), RestoreError> {
        for &chunk in chunks {
            let len = self.geometry.chunk_len(chunk);
            if bytes.len() as u64 != len {
                let what = blob_name(BlobKind::Data, id);
                return Err(ReadError::from(Damage::new(what, "it has another length than its place")).into());
            }
            let offset = self.offset(chunk);
            let written =
                if self.begun { self.target.write_whole(offset, bytes) } else { self.target.write(offset, bytes) };
            written.map_err(RestoreError::Target)?;
            self.read_bytes.fetch_add(len, Ordering::Relaxed);
            self.passed_bytes.fetch_add(len, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Only bytes of the right hash count as written.
    fn leave_out_what_is_there(&self, read: &mut Read, buffers: &mut Buffers) -> Result<(), RestoreError> {
        for wanted in &mut read.blobs {
            let mut missing = Vec::new();
            for &chunk in &wanted.chunks {
                if Id::of(self.there(chunk, &mut buffers.there)?) == wanted.entry.id {
                    self.passed_bytes.fetch_add(self.geometry.chunk_len(chunk), Ordering::Relaxed);
                } else {
                    missing.push(chunk);
                }
            }
            wanted.chunks = missing;
        }
        read.blobs.retain(|wanted| !wanted.chunks.is_empty());
        Ok(())
    }

    /// What the target holds in a chunk's place.
    fn there<'b>(&self, chunk: u64, buffer: &'b mut Vec<u8>) -> Result<&'b [u8], RestoreError> {
        buffer.resize(usize::try_from(self.geometry.chunk_len(chunk)).unwrap_or(usize::MAX), 0);
        self.target.read(self.offset(chunk), buffer).map_err(RestoreError::Target)?;
        Ok(buffer)
    }

    fn offset(&self, chunk: u64) -> u64 {
        chunk * self.geometry.chunk_bytes
    }
}

/// The sealed bytes of a blob among those that were read from `start` on.
fn part<'a>(sealed: &'a mut [u8], start: u32, entry: &PackEntry) -> Option<&'a mut [u8]> {
    let from = usize::try_from(entry.offset.checked_sub(start)?).ok()?;
    sealed.get_mut(from..from.checked_add(usize::try_from(entry.length).ok()?)?)
}

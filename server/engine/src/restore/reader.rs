//! Reading a disk of a point anywhere, without restoring it.

use std::io;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex};

use lru::LruCache;

use crate::core::{Core, Scratch, lock};
use crate::fault::{Damage, ReadError};
use crate::format::Id;
use crate::geometry::Geometry;
use crate::lock::VaultLock;
use crate::point::PointId;
use crate::progress::Progress;
use crate::restore::RestoreError;
use crate::restore::chunk_source::ChunkSource;
use crate::restore::find::{find_disk, lock_if_possible};
use crate::source::{DiskSource, Extent, SourceError};
use crate::stored_disk::StoredDisk;

/// Decoded chunks that are kept: 16 MiB of 256 KiB each.
const CHUNKS: NonZeroUsize = NonZeroUsize::new(64).unwrap();
/// Segments whose lists of chunks are kept.
const SEGMENTS: NonZeroUsize = NonZeroUsize::new(16).unwrap();

/// A disk of a point. The vault stays locked, so that nothing of the point goes away, until this is dropped. Many threads may read.
pub struct DiskReader {
    source: ChunkSource,
    geometry: Geometry,
    zero_id: Id,
    segments: Mutex<Segments>,
    chunks: Mutex<LruCache<Id, Arc<[u8]>>>,
    _lock: Option<VaultLock>,
}

struct Segments {
    disk: StoredDisk,
    known: LruCache<u64, Arc<[Id]>>,
}

/// Opens a disk of a point.
pub(crate) fn open(
    (core, replicas): (&Arc<Core>, Vec<Arc<Core>>),
    (point, disk): (PointId, &str),
    progress: &dyn Progress,
) -> Result<DiskReader, RestoreError> {
    let lock = lock_if_possible(core, progress)?;
    let source = ChunkSource::new(Arc::clone(core), replicas);
    let disk = find_disk(&source, (point, disk), progress)?;
    let chunk_bytes = usize::try_from(disk.geometry.chunk_bytes).unwrap_or(0);
    Ok(DiskReader {
        source,
        geometry: disk.geometry,
        zero_id: Id::of(&vec![0; chunk_bytes]),
        segments: Mutex::new(Segments { disk, known: LruCache::new(SEGMENTS) }),
        chunks: Mutex::new(LruCache::new(CHUNKS)),
        _lock: lock,
    })
}

impl DiskReader {
    /// The disk's size in bytes.
    pub fn size(&self) -> u64 {
        self.geometry.size_bytes
    }

    /// Fills `bytes` from `offset` on (in bytes); the range lies within the disk. Every chunk is authenticated and compared with its id.
    pub fn read_at(&self, offset: u64, bytes: &mut [u8]) -> Result<(), RestoreError> {
        let inside = offset.checked_add(bytes.len() as u64).is_some_and(|end| end <= self.size());
        if !inside {
            return Err(RestoreError::Target(io::ErrorKind::UnexpectedEof.into()));
        }
        let (mut offset, mut rest) = (offset, bytes);
        while !rest.is_empty() {
            let chunk = offset / self.geometry.chunk_bytes;
            let within = usize::try_from(offset % self.geometry.chunk_bytes).unwrap_or(usize::MAX);
            let left = usize::try_from(self.geometry.chunk_len(chunk)).unwrap_or(usize::MAX).saturating_sub(within);
            let (part, later) = rest.split_at_mut(left.min(rest.len()));
            match self.id(chunk)? {
                id if id == self.zero_id => part.fill(0),
                id => part.copy_from_slice(&self.chunk(chunk, id)?[within..within + part.len()]),
            }
            offset += part.len() as u64;
            rest = later;
        }
        Ok(())
    }

    fn id(&self, chunk: u64) -> Result<Id, ReadError> {
        let per_segment = self.geometry.chunks_per_segment();
        let ids = self.segment(chunk / per_segment)?;
        let id = usize::try_from(chunk % per_segment).ok().and_then(|at| ids.get(at)).copied();
        id.ok_or_else(|| Damage::new(format!("chunk {chunk}"), "its segment is too short").into())
    }

    fn segment(&self, segment: u64) -> Result<Arc<[Id]>, ReadError> {
        let mut segments = lock(&self.segments);
        if let Some(ids) = segments.known.get(&segment) {
            return Ok(Arc::clone(ids));
        }
        let ids: Arc<[Id]> = self.source.read_anywhere(|core| segments.disk.segment(core, segment))?.into();
        segments.known.put(segment, Arc::clone(&ids));
        Ok(ids)
    }

    /// Two that want the same chunk at the same time may both decode it: nobody waits for another one's reading.
    fn chunk(&self, chunk: u64, id: Id) -> Result<Arc<[u8]>, ReadError> {
        if let Some(bytes) = lock(&self.chunks).get(&id) {
            return Ok(Arc::clone(bytes));
        }
        let mut scratch = Scratch::default();
        let bytes: Arc<[u8]> = self.source.read(id, self.geometry.chunk_len(chunk), &mut scratch)?.into();
        lock(&self.chunks).put(id, Arc::clone(&bytes));
        Ok(bytes)
    }
}

impl DiskSource for DiskReader {
    fn size(&self) -> u64 {
        DiskReader::size(self)
    }

    fn allocated(&self) -> Result<Vec<Extent>, SourceError> {
        let mut extents: Vec<Extent> = Vec::new();
        for segment in 0..self.geometry.segments() {
            let first = segment * self.geometry.chunks_per_segment();
            let ids = self.segment(segment).map_err(|error| SourceError::Io(io::Error::other(error)))?;
            for (chunk, _) in (first..).zip(&*ids).filter(|(_, id)| **id != self.zero_id) {
                let (offset, len) = (chunk * self.geometry.chunk_bytes, self.geometry.chunk_len(chunk));
                match extents.last_mut() {
                    Some(last) if last.offset + last.len == offset => last.len += len,
                    _ => extents.push(Extent { offset, len }),
                }
            }
        }
        Ok(extents)
    }

    fn read_at(&self, offset: u64, bytes: &mut [u8]) -> Result<(), SourceError> {
        DiskReader::read_at(self, offset, bytes).map_err(|error| SourceError::Io(io::Error::other(error)))
    }

    /// A point never changes.
    fn unchanged_since_open(&self) -> Result<(), SourceError> {
        Ok(())
    }
}

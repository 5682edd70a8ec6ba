//! What a restore reads and in which order: pack after pack, neighbours together, a window of the disk at a time.

use std::collections::VecDeque;

use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, Id, IdMap, PackEntry};
use crate::restore::chunk_source::ChunkSource;
use crate::stored_disk::StoredDisk;

/// A window is this many segments (16 GiB): it bounds what is planned in memory, about 10 MB.
const WINDOW_SEGMENTS: u64 = 256;
/// So many bytes of a pack are read at once; a store far away answers few large questions sooner than many small ones.
const READ_BYTES: u32 = 4 << 20;
/// Blobs this near to each other are read together, with what lies between them.
const GAP_BYTES: u32 = 128 << 10;

/// A part of a pack, and the blobs in it that are wanted.
pub(super) struct Read {
    pub(super) pack: Id,
    /// In the pack, in bytes.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) blobs: Vec<Wanted>,
}

/// A blob, and the chunks of the disk that it is.
pub(super) struct Wanted {
    pub(super) entry: PackEntry,
    pub(super) chunks: Vec<u64>,
}

/// What is still to be done.
pub(super) enum Step {
    /// Blobs to read and to write.
    Read(Read),
    /// A blob that the vault's index does not name: a replica may have it.
    Alone { id: Id, chunks: Vec<u64> },
    /// A chunk of zeros.
    Zeros(u64),
}

/// The way through a disk.
pub(super) struct Plan {
    pub(super) disk: StoredDisk,
    zero_id: Id,
    segment: u64,
    ready: VecDeque<Step>,
}

impl Plan {
    pub(super) fn new(disk: StoredDisk) -> Self {
        let zeros = vec![0; usize::try_from(disk.geometry.chunk_bytes).unwrap_or(0)];
        Plan { zero_id: Id::of(&zeros), disk, segment: 0, ready: VecDeque::new() }
    }

    /// The next step, or `None` at the end of the disk or once `stopped` says so.
    pub(super) fn next(&mut self, source: &ChunkSource, stopped: &dyn Fn() -> bool) -> Result<Option<Step>, ReadError> {
        while self.ready.is_empty() {
            if self.segment >= self.disk.geometry.segments() || stopped() {
                return Ok(None);
            }
            self.plan_window(source, stopped)?;
        }
        Ok(self.ready.pop_front())
    }

    fn plan_window(&mut self, source: &ChunkSource, stopped: &dyn Fn() -> bool) -> Result<(), ReadError> {
        let geometry = self.disk.geometry;
        let mut wanted: IdMap<Vec<u64>> = IdMap::default();
        let end = geometry.segments().min(self.segment + WINDOW_SEGMENTS);
        while self.segment < end && !stopped() {
            let first = self.segment * geometry.chunks_per_segment();
            for (chunk, id) in (first..).zip(source.read_anywhere(|core| self.disk.segment(core, self.segment))?) {
                if id == self.zero_id {
                    self.ready.push_back(Step::Zeros(chunk));
                } else {
                    wanted.entry(id).or_default().push(chunk);
                }
            }
            self.segment += 1;
        }
        let mut places = Vec::with_capacity(wanted.len());
        for (id, chunks) in wanted {
            match source.vault().find_needed(BlobKind::Data, id) {
                Ok(location) => places.push((location.pack, Wanted { entry: location.entry, chunks })),
                Err(_) => self.ready.push_back(Step::Alone { id, chunks }),
            }
        }
        places.sort_unstable_by_key(|(pack, wanted)| (*pack, wanted.entry.offset));
        for (pack, wanted) in places {
            self.add(pack, wanted)?;
        }
        Ok(())
    }

    /// Adds a blob to the last read, when it lies near to it, or begins another one.
    fn add(&mut self, pack: Id, wanted: Wanted) -> Result<(), ReadError> {
        let PackEntry { offset, length, .. } = wanted.entry;
        let end = offset.checked_add(length);
        let end = end.ok_or_else(|| ReadError::from(Damage::new(wanted.entry.id, "its place is impossible")))?;
        if let Some(Step::Read(last)) = self.ready.back_mut()
            && last.pack == pack
            && offset <= last.end.saturating_add(GAP_BYTES)
            && end.saturating_sub(last.start) <= READ_BYTES
        {
            last.end = last.end.max(end);
            last.blobs.push(wanted);
            return Ok(());
        }
        self.ready.push_back(Step::Read(Read { pack, start: offset, end, blobs: vec![wanted] }));
        Ok(())
    }
}

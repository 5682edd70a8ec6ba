//! Which chunks are read, in order: those that touch an allocated range, or with a base only those of them that changed, and a
//! disk's last one when it is shorter.

use std::collections::VecDeque;

use crate::archive::BackupError;
use crate::archive::disk::DiskRun;
use crate::archive::run::Run;
use crate::geometry::Geometry;
use crate::source::{Extent, SourceError};
use crate::stored_disk::StoredDisk;

/// Ranges of chunk numbers, first and one behind the last, in order and without overlap.
pub(super) struct ChunkRanges(Vec<(u64, u64)>);

impl ChunkRanges {
    /// From what a source says is allocated.
    pub(super) fn new(geometry: &Geometry, mut extents: Vec<Extent>) -> Self {
        extents.retain(|extent| extent.len > 0 && extent.offset < geometry.size_bytes);
        let chunk = geometry.chunk_bytes;
        if !geometry.size_bytes.is_multiple_of(chunk) {
            let offset = geometry.size_bytes - geometry.size_bytes % chunk;
            extents.push(Extent { offset, len: chunk });
        }
        extents.sort_by_key(|extent| extent.offset);
        let mut ranges: Vec<(u64, u64)> = Vec::new();
        for extent in extents {
            let end = extent.offset.saturating_add(extent.len).min(geometry.size_bytes);
            let (first, behind) = (extent.offset / chunk, end.div_ceil(chunk));
            match ranges.last_mut() {
                Some(last) if first <= last.1 => last.1 = last.1.max(behind),
                _ => ranges.push((first, behind)),
            }
        }
        ChunkRanges(ranges)
    }

    /// How many bytes these chunks are.
    pub(super) fn bytes(&self, geometry: &Geometry) -> u64 {
        let range = |(first, behind): &(u64, u64)| {
            (behind * geometry.chunk_bytes).min(geometry.size_bytes) - first * geometry.chunk_bytes
        };
        self.0.iter().map(range).sum()
    }

    /// Whether this chunk is in a range.
    fn contains(&self, chunk: u64) -> bool {
        self.within(chunk, chunk + 1).next().is_some()
    }

    /// The chunks that are in ranges of both.
    fn common(&self, other: &ChunkRanges) -> ChunkRanges {
        let mut common = Vec::new();
        for (first, behind) in &self.0 {
            let start = other.0.partition_point(|range| range.1 <= *first);
            let overlapping = other.0[start..].iter().take_while(|range| range.0 < *behind);
            common.extend(overlapping.map(|range| (range.0.max(*first), range.1.min(*behind))));
        }
        ChunkRanges(common)
    }

    /// The chunks of `first..behind` that are in a range.
    fn within(&self, first: u64, behind: u64) -> impl Iterator<Item = u64> {
        let start = self.0.partition_point(|range| range.1 <= first);
        self.0[start..]
            .iter()
            .take_while(move |range| range.0 < behind)
            .flat_map(move |range| range.0.max(first)..range.1.min(behind))
    }
}

/// What to read of a disk.
struct DiskPlan {
    /// The chunks that may hold something other than zeros.
    allocated: ChunkRanges,
    /// What it is compared with, and the chunks that may differ from that.
    base: Option<(StoredDisk, ChunkRanges)>,
    to_read_bytes: u64,
}

/// Hands out chunks to read.
pub(super) struct Planner {
    disks: Vec<DiskPlan>,
    disk: usize,
    segment: u64,
    ready: VecDeque<(usize, u64)>,
}

impl Planner {
    /// Asks every disk what is allocated. `bases` are what disks with a list of changed extents are compared with.
    pub(super) fn new(run: &Run, bases: Vec<Option<StoredDisk>>) -> Result<Self, BackupError> {
        let disks = run.disks.iter().zip(bases).map(|(disk, base)| DiskPlan::new(disk, base));
        Ok(Planner { disks: disks.collect::<Result<_, _>>()?, disk: 0, segment: 0, ready: VecDeque::new() })
    }

    /// How many bytes of this disk will be read.
    pub(super) fn to_read_bytes(&self, disk: usize) -> u64 {
        self.disks.get(disk).map_or(0, |plan| plan.to_read_bytes)
    }

    /// Whether a disk has a chunk that is not read and therefore is zeros.
    pub(super) fn has_holes(&self, run: &Run, disk: usize) -> bool {
        let plan = self.disks.get(disk).zip(run.disks.get(disk));
        plan.is_some_and(|(plan, disk)| plan.allocated.bytes(&disk.geometry) < disk.geometry.size_bytes)
    }

    /// The next chunk to read: the disk's place in the request and the chunk's number. Segments are opened on the way.
    pub(super) fn next(&mut self, run: &Run) -> Result<Option<(usize, u64)>, BackupError> {
        while self.ready.is_empty() {
            let (Some(disk), Some(plan)) = (run.disks.get(self.disk), self.disks.get_mut(self.disk)) else {
                return Ok(None);
            };
            if self.segment >= disk.geometry.segments() {
                self.disk += 1;
                self.segment = 0;
                continue;
            }
            if run.is_stopped() {
                return Ok(None);
            }
            let chunks = plan.open_segment(run, disk, self.segment)?;
            self.ready.extend(chunks.into_iter().map(|chunk| (self.disk, chunk)));
            self.segment += 1;
        }
        Ok(self.ready.pop_front())
    }
}

impl DiskPlan {
    fn new(disk: &DiskRun, base: Option<StoredDisk>) -> Result<Self, BackupError> {
        let allocated = disk.source.allocated().map_err(|source: SourceError| BackupError::Source {
            disk: disk.name.clone(),
            offset: 0,
            source,
        })?;
        let allocated = ChunkRanges::new(&disk.geometry, allocated);
        let changed = disk.changed.as_ref().map(|changed| ChunkRanges::new(&disk.geometry, changed.extents.clone()));
        let base = base.zip(changed);
        let to_read_bytes = match &base {
            Some((_, changed)) => changed.common(&allocated).bytes(&disk.geometry),
            None => allocated.bytes(&disk.geometry),
        };
        Ok(DiskPlan { allocated, base, to_read_bytes })
    }

    /// Opens a segment and answers its chunks that are to be read.
    fn open_segment(&mut self, run: &Run, disk: &DiskRun, segment: u64) -> Result<Vec<u64>, BackupError> {
        let first = segment * disk.geometry.chunks_per_segment();
        let behind = first + disk.geometry.chunks_in(segment);
        let Some((base, changed)) = &mut self.base else {
            let read: Vec<u64> = self.allocated.within(first, behind).collect();
            disk.open_segment(run, segment, read.len() as u64)?;
            return Ok(read);
        };
        let mut changed = changed.within(first, behind).peekable();
        if changed.peek().is_none() {
            disk.keep_segment(segment, base.segment_tree(run.core(), segment)?);
            return Ok(Vec::new());
        }
        let mut chunks = base.segment(run.core(), segment)?;
        let (read, holes): (Vec<u64>, Vec<u64>) = changed.partition(|chunk| self.allocated.contains(*chunk));
        for hole in holes {
            // Never the disk's shorter last one: that is always read.
            if let Some(id) = usize::try_from(hole - first).ok().and_then(|at| chunks.get_mut(at)) {
                *id = disk.zero_id;
            }
        }
        disk.open_changed(run, segment, chunks, read.len() as u64)?;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_touched_chunks_are_read_and_the_short_last_one() {
        let geometry = Geometry::for_size((1 << 20) + 100);
        let extents = vec![Extent { offset: 600_000, len: 1 }, Extent { offset: 10, len: 20 }];
        let ranges = ChunkRanges::new(&geometry, extents);
        assert_eq!(ranges.0, [(0, 1), (2, 3), (4, 5)]);
        assert_eq!(ranges.bytes(&geometry), 2 * (256 << 10) + 100);
        assert_eq!(ranges.within(1, 5).collect::<Vec<_>>(), [2, 4]);
    }

    #[test]
    fn what_is_common_is_in_both() {
        let (a, b) = (ChunkRanges(vec![(0, 4), (6, 9)]), ChunkRanges(vec![(2, 7), (8, 20)]));
        assert_eq!(a.common(&b).0, [(2, 4), (6, 7), (8, 9)]);
        assert_eq!(b.common(&a).0, a.common(&b).0);
        assert!(a.contains(3) && !a.contains(4) && !a.contains(5) && a.contains(6));
    }

    #[test]
    fn ranges_that_touch_become_one() {
        let geometry = Geometry::for_size(1 << 20);
        let extents = vec![Extent { offset: 0, len: 300_000 }, Extent { offset: 300_000, len: 1 << 40 }];
        assert_eq!(ChunkRanges::new(&geometry, extents).0, [(0, 4)]);
    }
}

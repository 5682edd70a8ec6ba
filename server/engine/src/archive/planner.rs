//! Which chunks are read, in order: those that touch an allocated range, and a disk's last one when it is shorter.

use std::collections::VecDeque;

use crate::archive::BackupError;
use crate::archive::run::Run;
use crate::geometry::Geometry;
use crate::source::{Extent, SourceError};

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

    /// The chunks of `first..behind` that are in a range.
    fn within(&self, first: u64, behind: u64) -> impl Iterator<Item = u64> {
        let start = self.0.partition_point(|range| range.1 <= first);
        self.0[start..]
            .iter()
            .take_while(move |range| range.0 < behind)
            .flat_map(move |range| range.0.max(first)..range.1.min(behind))
    }
}

/// Hands out chunks to read.
pub(super) struct Planner {
    ranges: Vec<ChunkRanges>,
    disk: usize,
    segment: u64,
    ready: VecDeque<(usize, u64)>,
}

impl Planner {
    /// Asks every disk what is allocated.
    pub(super) fn new(run: &Run) -> Result<Self, BackupError> {
        let ranges = run.disks.iter().map(|disk| {
            let extents = disk.source.allocated().map_err(|source: SourceError| BackupError::Source {
                disk: disk.name.clone(),
                offset: 0,
                source,
            })?;
            Ok(ChunkRanges::new(&disk.geometry, extents))
        });
        Ok(Planner { ranges: ranges.collect::<Result<_, BackupError>>()?, disk: 0, segment: 0, ready: VecDeque::new() })
    }

    /// How many bytes of this disk will be read.
    pub(super) fn to_read_bytes(&self, run: &Run, disk: usize) -> u64 {
        let (ranges, disk) = (self.ranges.get(disk), run.disks.get(disk));
        ranges.zip(disk).map_or(0, |(ranges, disk)| ranges.bytes(&disk.geometry))
    }

    /// Whether a disk has a chunk that is not read and therefore is zeros.
    pub(super) fn has_holes(&self, run: &Run, disk: usize) -> bool {
        run.disks.get(disk).is_some_and(|at| self.to_read_bytes(run, disk) < at.geometry.size_bytes)
    }

    /// The next chunk to read: the disk's place in the request and the chunk's number. Segments are opened on the way.
    pub(super) fn next(&mut self, run: &Run) -> Result<Option<(usize, u64)>, BackupError> {
        while self.ready.is_empty() {
            let (Some(disk), Some(ranges)) = (run.disks.get(self.disk), self.ranges.get(self.disk)) else {
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
            let first = self.segment * disk.geometry.chunks_per_segment();
            let behind = first + disk.geometry.chunks_in(self.segment);
            self.ready.extend(ranges.within(first, behind).map(|chunk| (self.disk, chunk)));
            disk.open_segment(run, self.segment, self.ready.len() as u64)?;
            self.segment += 1;
        }
        Ok(self.ready.pop_front())
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
    fn ranges_that_touch_become_one() {
        let geometry = Geometry::for_size(1 << 20);
        let extents = vec![Extent { offset: 0, len: 300_000 }, Extent { offset: 300_000, len: 1 << 40 }];
        assert_eq!(ChunkRanges::new(&geometry, extents).0, [(0, 4)]);
    }
}

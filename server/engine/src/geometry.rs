//! How a disk is cut: chunks on a fixed grid, segments of 64 MiB, groups of 256 segments.

use serde::{Deserialize, Serialize};

const KIB: u64 = 1 << 10;
const MIB: u64 = 1 << 20;
const TIB: u64 = 1 << 40;
const CHUNK_BYTES: u64 = 256 * KIB;
const CHUNK_BYTES_HUGE: u64 = MIB;
/// Disks above this size get the larger chunk.
const HUGE_BYTES: u64 = 4 * TIB;
const SEGMENT_BYTES: u64 = 64 * MIB;
const SEGMENTS_PER_GROUP: u64 = 256;

/// A disk's size and grid, all in bytes. It is the content of `geometry.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Geometry {
    /// The disk's size.
    pub size_bytes: u64,
    /// The size of a chunk; the disk's last one may be shorter.
    pub chunk_bytes: u64,
    /// The size of a segment; the disk's last one may be shorter.
    pub segment_bytes: u64,
    /// Segments in a group.
    pub segments_per_group: u64,
}

impl Geometry {
    /// The grid for a disk of this size.
    pub fn for_size(size_bytes: u64) -> Self {
        Geometry {
            size_bytes,
            chunk_bytes: if size_bytes > HUGE_BYTES { CHUNK_BYTES_HUGE } else { CHUNK_BYTES },
            segment_bytes: SEGMENT_BYTES,
            segments_per_group: SEGMENTS_PER_GROUP,
        }
    }

    /// Whether the numbers make a grid. To be asked of what was read.
    pub fn is_valid(&self) -> bool {
        self.chunk_bytes.is_power_of_two()
            && (4 * KIB..=64 * MIB).contains(&self.chunk_bytes)
            && self.segment_bytes.is_multiple_of(self.chunk_bytes)
            && (self.chunk_bytes..=1024 * MIB).contains(&self.segment_bytes)
            && (1..=100_000).contains(&self.segments_per_group)
    }

    /// How many segments the disk has.
    pub fn segments(&self) -> u64 {
        self.size_bytes.div_ceil(self.segment_bytes)
    }

    /// How many groups the disk has.
    pub fn groups(&self) -> u64 {
        self.segments().div_ceil(self.segments_per_group)
    }

    /// The length of a segment in bytes.
    pub fn segment_len(&self, segment: u64) -> u64 {
        let start = segment.saturating_mul(self.segment_bytes);
        self.size_bytes.saturating_sub(start).min(self.segment_bytes)
    }

    /// Chunks in a segment that is not the last.
    pub fn chunks_per_segment(&self) -> u64 {
        self.segment_bytes / self.chunk_bytes
    }

    /// How many chunks this segment has.
    pub fn chunks_in(&self, segment: u64) -> u64 {
        self.segment_len(segment).div_ceil(self.chunk_bytes)
    }

    /// The length of a chunk in bytes; chunks are numbered across the disk.
    pub fn chunk_len(&self, chunk: u64) -> u64 {
        let start = chunk.saturating_mul(self.chunk_bytes);
        self.size_bytes.saturating_sub(start).min(self.chunk_bytes)
    }
}

/// The folder of a group, or of a segment in its group: sorted by name is sorted by place.
pub(crate) fn group_name(group: u64) -> String {
    format!("{group:06}")
}

/// See [`group_name`].
pub(crate) fn segment_name(segment_in_group: u64) -> String {
    format!("{segment_in_group:03}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_chunk_and_segment_are_the_remainder() {
        let geometry = Geometry::for_size(65 * MIB + 512);
        assert_eq!((geometry.segments(), geometry.groups()), (2, 1));
        assert_eq!(geometry.segment_len(1), MIB + 512);
        assert_eq!((geometry.chunks_in(0), geometry.chunks_in(1)), (256, 5));
        assert_eq!((geometry.chunk_len(259), geometry.chunk_len(260)), (CHUNK_BYTES, 512));
    }

    #[test]
    fn a_huge_disk_has_larger_chunks() {
        assert_eq!(Geometry::for_size(4 * TIB).chunk_bytes, 256 * KIB);
        assert_eq!(Geometry::for_size(4 * TIB + 1).chunk_bytes, MIB);
        assert_eq!(Geometry::for_size(0).segments(), 0);
    }
}

//! A blob's row in a shelf, and its place in memory.

use crate::format::{BlobKind, Id, PackEntry};

/// A row in a shelf: the id, then the place as four little-endian numbers.
pub(super) const ROW_BYTES: usize = 48;

/// A blob's place, in 16 bytes: there are many of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The pack's number in the table beside it.
    pub(super) pack: u32,
    pub(super) offset: u32,
    pub(super) length: u32,
    /// 0: not compressed.
    pub(super) raw_length: u32,
}

/// A blob and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) id: Id,
    pub(super) place: Place,
}

impl Place {
    pub(super) fn of(entry: &PackEntry, pack: u32) -> Self {
        Place { pack, offset: entry.offset, length: entry.length, raw_length: entry.raw_length.unwrap_or(0) }
    }
}

impl Row {
    pub(super) fn entry(&self, kind: BlobKind) -> PackEntry {
        let Place { offset, length, raw_length, .. } = self.place;
        PackEntry { id: self.id, kind, offset, length, raw_length: (raw_length != 0).then_some(raw_length) }
    }

    pub(super) fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.id.as_bytes());
        let Place { pack, offset, length, raw_length } = self.place;
        for number in [pack, offset, length, raw_length] {
            out.extend_from_slice(&number.to_le_bytes());
        }
    }

    pub(super) fn decode(bytes: &[u8; ROW_BYTES]) -> Self {
        let number = |at: usize| {
            let mut four = [0; 4];
            four.copy_from_slice(&bytes[at..at + 4]);
            u32::from_le_bytes(four)
        };
        let place = Place { pack: number(32), offset: number(36), length: number(40), raw_length: number(44) };
        Row { id: Id::from_slice(&bytes[..32]), place }
    }
}

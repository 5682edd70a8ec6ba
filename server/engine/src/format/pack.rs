//! Packs: `blob* ‖ sealed header ‖ u32 length of the header`.

use crate::format::{FormatError, Id, SEAL_BYTES, Sealer};

const PLAIN_ENTRY_BYTES: usize = 37;
const COMPRESSED_ENTRY_BYTES: usize = 41;
const LENGTH_BYTES: usize = 4;
/// The longest header that restic reads.
const HEADER_BYTES_MAX: usize = 16 << 20;

/// What a blob holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlobKind {
    /// A piece of a file.
    Data,
    /// A folder.
    Tree,
}

/// One blob in a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackEntry {
    /// The SHA-256 of the plain bytes.
    pub id: Id,
    /// Data or tree.
    pub kind: BlobKind,
    /// Where the sealed bytes begin in the pack.
    pub offset: u32,
    /// How many sealed bytes there are, seal included.
    pub length: u32,
    /// The length of the plain bytes, for a compressed blob.
    pub raw_length: Option<u32>,
}

impl PackEntry {
    /// The length of the plain bytes, in bytes.
    pub fn plain_bytes(&self) -> u32 {
        let overhead = u32::try_from(SEAL_BYTES).unwrap_or(u32::MAX);
        self.raw_length.unwrap_or(self.length.saturating_sub(overhead))
    }

    fn entry_bytes(&self) -> usize {
        match self.raw_length {
            Some(_) => COMPRESSED_ENTRY_BYTES,
            None => PLAIN_ENTRY_BYTES,
        }
    }
}

/// The plain header for these blobs, which follow each other without a gap.
pub fn encode_header(entries: &[PackEntry]) -> Vec<u8> {
    let mut header = Vec::with_capacity(entries.len() * COMPRESSED_ENTRY_BYTES);
    for entry in entries {
        let kind = match (entry.kind, entry.raw_length) {
            (BlobKind::Data, None) => 0,
            (BlobKind::Tree, None) => 1,
            (BlobKind::Data, Some(_)) => 2,
            (BlobKind::Tree, Some(_)) => 3,
        };
        header.push(kind);
        header.extend_from_slice(&entry.length.to_le_bytes());
        if let Some(raw) = entry.raw_length {
            header.extend_from_slice(&raw.to_le_bytes());
        }
        header.extend_from_slice(entry.id.as_bytes());
    }
    header
}

/// Reads the length of the sealed header from the end of a pack of `pack_bytes` bytes.
pub fn header_length(tail: &[u8], pack_bytes: u64) -> Result<usize, FormatError> {
    let (_, length) = tail.split_last_chunk::<LENGTH_BYTES>().ok_or(FormatError::TooShort { what: "pack" })?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| FormatError::Crypto)?;
    let room = pack_bytes.saturating_sub(LENGTH_BYTES as u64);
    if length <= SEAL_BYTES || length > HEADER_BYTES_MAX || length as u64 > room {
        return Err(FormatError::malformed("pack", "impossible header length"));
    }
    Ok(length)
}

/// Opens a sealed header (without the length behind it) of a pack of `pack_bytes` bytes. The blobs fill the pack exactly.
pub fn decode_header(sealer: &Sealer, header: &mut [u8], pack_bytes: u64) -> Result<Vec<PackEntry>, FormatError> {
    let header_bytes = header.len();
    let mut rest: &[u8] = sealer.open_in_place(header)?;
    let mut entries = Vec::with_capacity(rest.len() / COMPRESSED_ENTRY_BYTES + 1);
    let mut offset = 0_u32;
    while !rest.is_empty() {
        let (entry, behind) = decode_entry(rest, offset)?;
        offset = offset
            .checked_add(entry.length)
            .ok_or_else(|| FormatError::malformed("pack header", "blobs longer than any pack"))?;
        entries.push(entry);
        rest = behind;
    }
    if u64::from(offset) + (header_bytes + LENGTH_BYTES) as u64 != pack_bytes {
        return Err(FormatError::malformed("pack header", "its blobs do not fill the pack"));
    }
    Ok(entries)
}

fn decode_entry(bytes: &[u8], offset: u32) -> Result<(PackEntry, &[u8]), FormatError> {
    let short = || FormatError::TooShort { what: "pack header" };
    let (&kind, bytes) = bytes.split_first().ok_or_else(short)?;
    let (kind, compressed) = match kind {
        0 => (BlobKind::Data, false),
        1 => (BlobKind::Tree, false),
        2 => (BlobKind::Data, true),
        3 => (BlobKind::Tree, true),
        other => return Err(FormatError::malformed("pack header", format!("unknown blob type {other}"))),
    };
    let (length, bytes) = bytes.split_first_chunk::<4>().ok_or_else(short)?;
    let (raw_length, bytes) = if compressed {
        let (raw, bytes) = bytes.split_first_chunk::<4>().ok_or_else(short)?;
        (Some(u32::from_le_bytes(*raw)), bytes)
    } else {
        (None, bytes)
    };
    let (id, bytes) = bytes.split_first_chunk::<32>().ok_or_else(short)?;
    let entry = PackEntry { id: Id::from_bytes(*id), kind, offset, length: u32::from_le_bytes(*length), raw_length };
    Ok((entry, bytes))
}

/// How long a pack of exactly these blobs is, in bytes.
pub fn pack_bytes<'a>(entries: impl Iterator<Item = &'a PackEntry>) -> u64 {
    let frame = (SEAL_BYTES + LENGTH_BYTES) as u64;
    entries.fold(frame, |sum, entry| sum + u64::from(entry.length) + entry.entry_bytes() as u64)
}

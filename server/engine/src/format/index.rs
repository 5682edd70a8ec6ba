//! Files in `index/`: which blob is in which pack.

use serde::{Deserialize, Serialize};

use crate::format::{BlobKind, FormatError, Id, PackEntry, SEAL_BYTES};

/// The content of one index file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexFile {
    /// Index files that this one replaces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supersedes: Vec<Id>,
    /// The packs with all their blobs.
    pub packs: Vec<IndexPack>,
}

/// One pack in an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexPack {
    /// The pack's name.
    pub id: Id,
    /// Its blobs.
    pub blobs: Vec<IndexBlob>,
}

/// One blob in an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexBlob {
    /// The SHA-256 of the plain bytes.
    pub id: Id,
    /// Data or tree.
    #[serde(rename = "type")]
    pub kind: BlobKind,
    /// Where it begins in the pack, in bytes.
    pub offset: u32,
    /// Its sealed length in bytes.
    pub length: u32,
    /// Its plain length in bytes, when it is compressed.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub uncompressed_length: u32,
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(value: &u32) -> bool {
    *value == 0
}

impl From<&PackEntry> for IndexBlob {
    fn from(entry: &PackEntry) -> Self {
        IndexBlob {
            id: entry.id,
            kind: entry.kind,
            offset: entry.offset,
            length: entry.length,
            uncompressed_length: entry.raw_length.unwrap_or(0),
        }
    }
}

impl From<&IndexBlob> for PackEntry {
    fn from(blob: &IndexBlob) -> Self {
        PackEntry {
            id: blob.id,
            kind: blob.kind,
            offset: blob.offset,
            length: blob.length,
            raw_length: (blob.uncompressed_length != 0).then_some(blob.uncompressed_length),
        }
    }
}

impl IndexFile {
    /// Reads an index. Blobs that no pack could hold are refused.
    pub fn decode(json: &[u8]) -> Result<Self, FormatError> {
        let index: IndexFile = serde_json::from_slice(json).map_err(|error| FormatError::malformed("index", error))?;
        for blob in index.packs.iter().flat_map(|pack| &pack.blobs) {
            let too_short = usize::try_from(blob.length).is_ok_and(|length| length < SEAL_BYTES);
            if too_short || blob.offset.checked_add(blob.length).is_none() {
                return Err(FormatError::malformed("index", format!("impossible place of blob {}", blob.id)));
            }
        }
        Ok(index)
    }

    /// The JSON of this index.
    pub fn encode(&self) -> Result<Vec<u8>, FormatError> {
        serde_json::to_vec(self).map_err(|error| FormatError::malformed("index", error))
    }
}

//! Documents outside packs: JSON, compressed behind a version byte, sealed. And the one place that decompresses.

use std::io::Read;

use crate::format::{FormatError, SEAL_BYTES, Sealer};

/// The longest plain blob or document that is read: far above what any writer makes, far below what would exhaust memory.
pub const BLOB_BYTES_MAX: usize = 512 << 20;

/// "What follows is JSON compressed with zstd."
const ENCODING: u8 = 2;
const LEVEL: i32 = 3;

/// Seals a JSON document the way that version 2 of the format stores indexes, snapshots and locks.
pub fn seal_document(sealer: &Sealer, json: &[u8]) -> Result<Vec<u8>, FormatError> {
    let mut plain = vec![ENCODING];
    zstd::stream::copy_encode(json, &mut plain, LEVEL).map_err(|_| FormatError::Crypto)?;
    let mut file = Vec::with_capacity(plain.len() + SEAL_BYTES);
    sealer.seal_into(&plain, &mut file)?;
    Ok(file)
}

/// Opens a document and answers its JSON.
pub fn open_document(sealer: &Sealer, file: &mut [u8]) -> Result<Vec<u8>, FormatError> {
    let plain = sealer.open_in_place(file)?;
    match plain.split_first() {
        Some((&ENCODING, compressed)) => decompress(compressed, None),
        Some((b'{' | b'[', _)) => Ok(plain.to_vec()),
        Some((version, _)) => Err(FormatError::malformed("document", format!("unknown encoding {version}"))),
        None => Err(FormatError::TooShort { what: "document" }),
    }
}

/// Decompresses to exactly `expected_bytes`, where that is known, and never to more than [`BLOB_BYTES_MAX`].
pub fn decompress(compressed: &[u8], expected_bytes: Option<usize>) -> Result<Vec<u8>, FormatError> {
    let limit = expected_bytes.unwrap_or(BLOB_BYTES_MAX);
    if limit > BLOB_BYTES_MAX {
        return Err(FormatError::malformed("compressed bytes", "longer than any blob may be"));
    }
    let malformed = |error| FormatError::malformed("compressed bytes", error);
    let decoder = zstd::stream::read::Decoder::new(compressed).map_err(malformed)?;
    let mut plain = Vec::with_capacity(expected_bytes.unwrap_or(0));
    let limit_and_one = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    decoder.take(limit_and_one).read_to_end(&mut plain).map_err(malformed)?;
    if plain.len() > limit || expected_bytes.is_some_and(|expected| expected != plain.len()) {
        return Err(FormatError::malformed("compressed bytes", "another length than stated"));
    }
    Ok(plain)
}

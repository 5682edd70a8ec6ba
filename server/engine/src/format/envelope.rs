//! Documents outside packs: JSON, compressed behind a version byte, sealed. And the one place that decompresses.

use std::cell::RefCell;
use std::io::Read;

use crate::format::{FormatError, SEAL_BYTES, Sealer};

/// The longest plain blob or document that is read: far above what any writer makes, far below what would exhaust memory.
pub const BLOB_BYTES_MAX: usize = 512 << 20;

/// "What follows is JSON compressed with zstd."
const ENCODING: u8 = 2;
const LEVEL: i32 = 3;

thread_local! {
    /// Making one costs more than decompressing a chunk.
    static DECOMPRESSOR: RefCell<Option<zstd::bulk::Decompressor<'static>>> = const { RefCell::new(None) };
}

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
        Some((&ENCODING, compressed)) => decompress_document(compressed),
        Some((b'{' | b'[', _)) => Ok(plain.to_vec()),
        Some((version, _)) => Err(FormatError::malformed("document", format!("unknown encoding {version}"))),
        None => Err(FormatError::TooShort { what: "document" }),
    }
}

/// Decompresses a document, whose length nobody states, to at most [`BLOB_BYTES_MAX`].
fn decompress_document(compressed: &[u8]) -> Result<Vec<u8>, FormatError> {
    let malformed = |error| FormatError::malformed("compressed document", error);
    let decoder = zstd::stream::read::Decoder::new(compressed).map_err(malformed)?;
    let mut plain = Vec::new();
    let limit = u64::try_from(BLOB_BYTES_MAX).unwrap_or(u64::MAX);
    decoder.take(limit + 1).read_to_end(&mut plain).map_err(malformed)?;
    if plain.len() > BLOB_BYTES_MAX {
        return Err(FormatError::malformed("compressed document", "longer than any may be"));
    }
    Ok(plain)
}

/// Decompresses a blob to exactly `plain_bytes` bytes, into `plain`, which keeps its capacity.
pub fn decompress_blob(compressed: &[u8], plain_bytes: usize, plain: &mut Vec<u8>) -> Result<(), FormatError> {
    let malformed = |why: &str| FormatError::malformed("compressed blob", why);
    if plain_bytes > BLOB_BYTES_MAX {
        return Err(malformed("longer than any may be"));
    }
    plain.clear();
    plain.reserve(plain_bytes);
    let decompressed = DECOMPRESSOR.with_borrow_mut(|decompressor| {
        let decompressor = match decompressor {
            Some(decompressor) => decompressor,
            empty => empty.insert(zstd::bulk::Decompressor::new()?),
        };
        decompressor.decompress_to_buffer(compressed, plain)
    });
    match decompressed {
        Ok(bytes) if bytes == plain_bytes => Ok(()),
        Ok(_) => Err(malformed("another length than stated")),
        Err(error) => Err(malformed(&error.to_string())),
    }
}

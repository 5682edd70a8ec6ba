//! How a vault is opened.

use std::path::PathBuf;

use crate::archive::Compression;
use crate::format::KdfCost;
use crate::rate::RateLimit;

const PACK_BYTES: usize = 32 << 20;
/// About 30 MB.
const INDEX_MEMORY: usize = 250_000;
/// Room for locks, lists, and the indexes of hundreds of thousands of chunks.
const BALLAST_BYTES: u64 = 64 << 20;

/// How a vault is opened.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder for caches, one folder a vault beneath it. Without one, an index is loaded whole by each process that opens the vault.
    pub cache: Option<PathBuf>,
    /// How many bytes a second backups may send to the store, and restores and verifications read from it.
    pub rate_limit: RateLimit,
    /// How hard chunks are compressed.
    pub compression: Compression,
    /// From so many blobs on, what an index says is put on disk. Only tests have a reason to change it, and what follows.
    pub index_memory: usize,
    /// How expensive it is to try a password. Only for new keys.
    pub kdf: KdfCost,
    /// A pack this long, in bytes, is finished.
    pub pack_bytes: usize,
    /// A vault in a folder keeps so many bytes to give up when the disk is full.
    pub ballast_bytes: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            cache: None,
            rate_limit: RateLimit::default(),
            compression: Compression::default(),
            index_memory: INDEX_MEMORY,
            kdf: KdfCost::default(),
            pack_bytes: PACK_BYTES,
            ballast_bytes: BALLAST_BYTES,
        }
    }
}

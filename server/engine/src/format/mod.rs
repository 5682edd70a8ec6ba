//! The codec of restic's repository format, version 2: pure, no I/O.
//!
//! Owns the bytes of every kind of file in a vault: names ([`Id`]), sealing ([`Sealer`]), keys, the config, packs, indexes,
//! trees, snapshots and locks. It must not know where files are kept. All decoders are bounds-checked: a file may hold
//! anything and is answered with [`FormatError`], never with a panic.

mod config;
mod envelope;
mod error;
mod go_text;
mod id;
mod index;
mod key;
mod lock;
mod pack;
mod polynomial;
mod seal;
mod snapshot;
mod tree;

pub use config::Config;
pub use envelope::{BLOB_BYTES_MAX, decompress_blob, open_document, seal_document};
pub use error::FormatError;
pub use id::{Id, IdMap, IdSet};
pub use index::{IndexBlob, IndexFile, IndexPack};
pub use key::{KdfCost, KeyFile, MasterKey};
pub use lock::LockFile;
pub use pack::{BlobKind, PackEntry, decode_header, encode_header, header_length, pack_bytes};
pub use seal::{SEAL_BYTES, Sealer};
pub use snapshot::{SnapshotFile, SnapshotSummary};
pub use tree::{Node, NodeKind, Tree, TreeWriter};

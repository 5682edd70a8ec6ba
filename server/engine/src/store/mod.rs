//! Where the files of a vault are kept.
//!
//! Owns the [`Store`] trait and its implementations. It must not know what is in a file: names and bytes only. A file is
//! written once, under the hash of its bytes, and its name appears only when its bytes are durable.

mod ballast;
mod contract;
mod error;
mod local_dir;
mod memory;
mod name;
mod objects;
mod probe;
mod remove;

pub use contract::Store;
pub(crate) use contract::delete_if_there;
pub use error::StoreError;
pub use local_dir::LocalDir;
pub use memory::Memory;
pub use name::{FileKind, FileName};
pub use objects::{
    AccessKey, AddressRefused, Bucket, BucketAddress, BucketPath, BucketRefused, ObjectStore, Patience, Reach,
};
pub use probe::{ProbeError, probe};
pub use remove::remove_vault;

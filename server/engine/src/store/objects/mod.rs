//! Vaults in buckets: S3-compatible storage and Azure Blob.
//!
//! Owns the way there: addresses, the transport with its limits, trying again. The names in a bucket are those of restic's own
//! back ends, so that `restic -r s3:…` opens the vault.

mod address;
mod bucket;
mod calls;
mod failed;
mod patience;
mod store;
mod transport;

pub use address::{AccessKey, AddressRefused, BucketAddress, BucketPath};
pub use bucket::{Bucket, BucketRefused, Reach};
pub use patience::Patience;
pub use store::ObjectStore;

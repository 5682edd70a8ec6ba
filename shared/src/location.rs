//! Locations: places with a storage root for vaults.

use serde::{Deserialize, Serialize};

use crate::id::LocationId;

/// A place that machines stand in and vaults store in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Location {
    /// Its id.
    pub id: LocationId,
    /// Its name, from `cofre.toml`.
    pub name: String,
    /// The folder on the server that its vaults lie in, or the bucket, as restic writes it.
    pub storage_root: String,
    /// The size of the file system below it, when it can be read; a bucket has none.
    pub capacity_bytes: Option<u64>,
    /// What is free of it.
    pub free_bytes: Option<u64>,
}

/// A location named from another thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LocationRef {
    /// Its id.
    pub id: LocationId,
    /// Its name.
    pub name: String,
}

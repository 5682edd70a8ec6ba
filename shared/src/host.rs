//! Hosts: where machines are discovered.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{HostId, LocationId, ResourceGroupId};
use crate::location::LocationRef;
use crate::name::HostName;
use crate::problem::Code;

/// How machines are found on a host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HostKind {
    /// A folder of raw and qcow2 files: a folder or a file of it is a machine.
    DiskImages {
        /// The folder's absolute path on the server, beneath an image root of `cofre.toml`.
        folder: String,
    },
}

/// Whether the last look at the host worked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HostState {
    /// Nobody has looked yet.
    New,
    /// It answered.
    Reachable {
        /// When.
        at: DateTime<Utc>,
    },
    /// It did not answer; what is known of its machines is from before.
    Unreachable {
        /// When it was tried.
        at: DateTime<Utc>,
        /// Why not.
        code: Code,
    },
}

/// A host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Host {
    /// Its id.
    pub id: HostId,
    /// Its name, unique on the server.
    pub name: String,
    /// How machines are found on it.
    pub kind: HostKind,
    /// Where it stands.
    pub location: LocationRef,
    /// Whether the last look at it worked.
    pub state: HostState,
    /// How many machines are on it.
    pub machines: u64,
}

/// A host named from another thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HostRef {
    /// Its id.
    pub id: HostId,
    /// Its name.
    pub name: String,
}

/// Asks for a new host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateHost {
    /// The name, unique on the server.
    pub name: HostName,
    /// The folder's absolute path, beneath an image root of `cofre.toml`.
    pub folder: String,
    /// Where it stands.
    pub location_id: LocationId,
    /// The resource group of the machines found on it.
    pub resource_group_id: ResourceGroupId,
}

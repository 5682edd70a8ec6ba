//! A policy as the API shows it.

use serde::{Deserialize, Serialize};

use crate::id::{PolicyId, VaultId};
use crate::policy::{Retention, Schedule};

/// The name of the policy that every new vault has (F30).
pub const DEFAULT_POLICY: &str = "DefaultPolicy";

/// A policy of a vault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Policy {
    /// Its id.
    pub id: PolicyId,
    /// The vault that it belongs to.
    pub vault_id: VaultId,
    /// Its name, unique in its vault.
    pub name: String,
    /// When points are taken.
    pub schedule: Schedule,
    /// How long they are kept.
    pub retention: Retention,
    /// The IANA time zone that its days and times are in.
    pub time_zone: String,
    /// How many items use it.
    pub items: u64,
}

/// A policy named from another thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PolicyRef {
    /// Its id.
    pub id: PolicyId,
    /// Its name.
    pub name: String,
    /// The time zone that "until the end of that day" is meant in.
    pub time_zone: String,
}

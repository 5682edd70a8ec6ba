//! The search over everything that has a name.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::job::{JobKind, JobStatus};

/// The most letters of a name that are searched for; no name is longer.
pub const SEARCH_CHARACTERS_MAX: usize = 100;

/// What a search looks for, in the order that the answer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HitKind {
    /// A machine.
    Machine,
    /// A vault.
    Vault,
    /// A backup item, by its machine's name.
    Item,
    /// A backup policy.
    Policy,
    /// A host.
    Host,
    /// A resource group.
    ResourceGroup,
    /// A job, by the name of what it was about.
    Job,
}

impl HitKind {
    /// All kinds, in the order of the answer.
    pub const ALL: [HitKind; 7] = [
        HitKind::Machine,
        HitKind::Vault,
        HitKind::Item,
        HitKind::Policy,
        HitKind::Host,
        HitKind::ResourceGroup,
        HitKind::Job,
    ];
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id, of its kind.
    pub id: Uuid,
    /// Its name; a job's is the name of what it was about.
    pub name: String,
    /// What it belongs to: a machine's host, a vault's location, the vault of an item, a policy or a job. Empty when there is none.
    pub within: String,
    /// What a job did and where it stands; nothing for other kinds.
    pub job: Option<JobHit>,
}

/// What tells jobs about one thing from each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobHit {
    /// What it does.
    pub kind: JobKind,
    /// Where it stands.
    pub status: JobStatus,
    /// When it was accepted.
    pub created_at: DateTime<Utc>,
}

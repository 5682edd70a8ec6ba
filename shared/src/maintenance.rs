//! Looking after what a vault holds: verifying that it is whole, and pruning what nothing needs any more.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::JobId;
use crate::job::Job;

/// How many packs a verification reads whole. Names, sizes and references are looked at of all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum VerifyScope {
    /// One of [`SAMPLE_ONE_OF`], others each time.
    #[default]
    Sample,
    /// All of them.
    Everything,
}

impl VerifyScope {
    /// The scope as it stands in JSON and in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            VerifyScope::Sample => "Sample",
            VerifyScope::Everything => "Everything",
        }
    }
}

/// Into how many shares a sample divides the packs; where there are fewer packs, a share is one pack.
pub const SAMPLE_ONE_OF: u32 = 100;

/// Asks to verify a vault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VerifyVault {
    /// How many packs are read.
    #[serde(default)]
    pub scope: VerifyScope,
}

/// What a verification found that came to its end. One that did not, because the storage was away, says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Verification {
    /// How many packs it was to read.
    pub scope: VerifyScope,
    /// The job.
    pub job_id: JobId,
    /// When it ended.
    pub at: DateTime<Utc>,
    /// How many packs there are.
    pub packs: u64,
    /// How many of them were read whole.
    pub read_packs: u64,
    /// What was read.
    pub read_bytes: u64,
    /// How many files or blobs are not as they should be.
    pub problems: u64,
    /// How many snapshots were looked at, those of other programs included.
    pub points: u64,
    /// How many of them cannot be restored completely.
    pub points_hurt: u64,
}

/// A file of the vault that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cause {
    /// Which.
    pub what: String,
    /// What is wrong with it, in English.
    pub why: String,
}

/// What the verifications of its vault say of a recovery point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Verdict {
    /// None has looked at it.
    #[default]
    NotVerified,
    /// The last one found nothing that hurts it.
    Verified {
        /// When.
        at: DateTime<Utc>,
        /// How many packs were read.
        scope: VerifyScope,
    },
    /// It cannot be restored completely. A sample does not take that back: it may have read other packs.
    Damaged {
        /// When that was last seen.
        at: DateTime<Utc>,
        /// The verification.
        job_id: JobId,
        /// What hurts it; of very many, some.
        causes: Vec<Cause>,
    },
}

impl Verdict {
    /// Whether it cannot be restored completely.
    pub const fn is_damaged(&self) -> bool {
        matches!(self, Verdict::Damaged { .. })
    }
}

/// A number of packs and their bytes in the vault's storage, exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PackCount {
    /// How many.
    pub packs: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// What a prune would do with the vault as it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PrunePlan {
    /// The snapshots that say what is needed, those of other programs included.
    pub points: u64,
    /// All packs that are not condemned.
    pub present: PackCount,
    /// Packs that no point needs.
    pub unneeded: PackCount,
    /// Packs that are needed in part: what is needed of them is copied.
    pub to_copy: PackCount,
    /// What the copies take.
    pub copies: PackCount,
    /// Packs that were condemned before and are not deleted yet.
    pub in_grace: PackCount,
    /// By how much the vault's storage shrinks when everything that is condemned by it is deleted.
    pub freed_bytes: u64,
}

/// How long a condemned pack stays before a prune deletes it, in hours.
pub const GRACE_HOURS: i64 = 24;

/// What a prune did that came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Prune {
    /// The job.
    pub job_id: JobId,
    /// When it ended.
    pub at: DateTime<Utc>,
    /// Packs that it condemned.
    pub condemned: PackCount,
    /// Packs that it deleted, whoever had condemned them.
    pub deleted: PackCount,
    /// Packs that wait for the end of their grace.
    pub in_grace: PackCount,
    /// When all of them may be deleted by the next prune; nothing when none waits.
    pub grace_ends_at: Option<DateTime<Utc>>,
}

/// How a vault is looked after.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Maintenance {
    /// The last sample.
    pub sample: Option<Verification>,
    /// The last verification that read everything.
    pub everything: Option<Verification>,
    /// The last prune.
    pub prune: Option<Prune>,
    /// The verification or prune that is queued or running.
    pub active_job: Option<Job>,
    /// How many recovery points are known to be damaged.
    pub damaged_points: u64,
}

//! The entries behind the bell.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::NotificationId;
use crate::job::JobKind;
use crate::problem::Code;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Happening {
    /// A job was accepted ("Deployment started" for the ones that set something up).
    JobStarted {
        /// Of this kind.
        job: JobKind,
    },
    /// A job completed.
    JobCompleted {
        /// Of this kind.
        job: JobKind,
        /// There is something to know about it.
        with_warnings: bool,
    },
    /// A job failed.
    JobFailed {
        /// Of this kind.
        job: JobKind,
        /// Why.
        code: Code,
    },
    /// A job was cancelled.
    JobCancelled {
        /// Of this kind.
        job: JobKind,
    },
    /// Backup was enabled for a machine.
    BackupEnabled,
}

/// Where an entry leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", content = "id", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Link {
    /// A job's page.
    Job(Uuid),
    /// A vault's dashboard.
    Vault(Uuid),
    /// An item's page.
    Item(Uuid),
    /// The list of machines.
    Machines(Uuid),
}

/// An entry behind the bell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Notification {
    /// Its id.
    pub id: NotificationId,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What happened.
    pub happening: Happening,
    /// The name of what it happened to: untrusted text.
    pub subject: String,
    /// Where it leads.
    pub link: Link,
    /// Whether the reader has seen it.
    pub seen: bool,
}

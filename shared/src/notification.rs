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
    /// The server's clock has jumped.
    ClockDoubted,
}

/// How grave it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Severity {
    /// Something has to be done.
    Error,
    /// There is something to know.
    Warning,
    /// It is done, and all is well.
    Success,
    /// Something goes on, or was stopped by someone.
    Information,
}

impl Severity {
    /// The gravest first.
    pub const ALL: [Severity; 4] = [Self::Error, Self::Warning, Self::Success, Self::Information];

    /// Its name, as it stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "Error",
            Self::Warning => "Warning",
            Self::Success => "Success",
            Self::Information => "Information",
        }
    }
}

impl Happening {
    /// How grave it is.
    pub const fn severity(&self) -> Severity {
        match self {
            // What a verification has to tell is damage.
            Self::JobFailed { .. } | Self::JobCompleted { job: JobKind::Verify, with_warnings: true } => {
                Severity::Error
            }
            Self::JobCompleted { with_warnings: true, .. } | Self::ClockDoubted => Severity::Warning,
            Self::JobCompleted { .. } | Self::BackupEnabled => Severity::Success,
            Self::JobStarted { .. } | Self::JobCancelled { .. } => Severity::Information,
        }
    }
}

/// Where an entry leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", content = "id", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Link {
    /// The overview.
    Overview,
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

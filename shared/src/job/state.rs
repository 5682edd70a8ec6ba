//! The states of a job, and the moves between them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::problem::Code;

/// Why a job failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobError {
    /// What kind of problem it is; the screen has its sentence and its next step.
    pub code: Code,
    /// The cause in English, with the names of files and disks: untrusted text.
    pub cause: String,
}

/// What is worth knowing about a job that made its point all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobWarning {
    /// What kind of problem it is.
    pub code: Code,
    /// The cause in English: untrusted text.
    pub cause: String,
}

/// Where a job stands. Each state carries what it has, so that no job can be finished without an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum JobState {
    /// Accepted, durable, waiting for a runner.
    Queued,
    /// Running.
    InProgress {
        /// Since when.
        started_at: DateTime<Utc>,
    },
    /// Done, all well.
    Completed {
        /// When it began.
        started_at: DateTime<Utc>,
        /// When it ended.
        finished_at: DateTime<Utc>,
    },
    /// Done, with something to know.
    CompletedWithWarnings {
        /// When it began.
        started_at: DateTime<Utc>,
        /// When it ended.
        finished_at: DateTime<Utc>,
        /// What there is to know.
        warnings: Vec<JobWarning>,
    },
    /// Not done.
    Failed {
        /// When it began, if it did.
        started_at: Option<DateTime<Utc>>,
        /// When it ended.
        finished_at: DateTime<Utc>,
        /// Why.
        error: JobError,
    },
    /// Someone asked it to stop, and it is stopping.
    Cancelling {
        /// When it began.
        started_at: DateTime<Utc>,
        /// Who asked.
        by: String,
    },
    /// Stopped because someone asked; it left nothing behind.
    Cancelled {
        /// When it began, if it did.
        started_at: Option<DateTime<Utc>>,
        /// When it ended.
        finished_at: DateTime<Utc>,
        /// Who asked.
        by: String,
    },
}

/// The name of a state, for filters and counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum JobStatus {
    /// See [`JobState::Queued`].
    Queued,
    /// See [`JobState::InProgress`].
    InProgress,
    /// See [`JobState::Completed`].
    Completed,
    /// See [`JobState::CompletedWithWarnings`].
    CompletedWithWarnings,
    /// See [`JobState::Failed`].
    Failed,
    /// See [`JobState::Cancelling`].
    Cancelling,
    /// See [`JobState::Cancelled`].
    Cancelled,
}

impl JobStatus {
    /// The status as it stands in JSON and in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            JobStatus::Queued => "Queued",
            JobStatus::InProgress => "InProgress",
            JobStatus::Completed => "Completed",
            JobStatus::CompletedWithWarnings => "CompletedWithWarnings",
            JobStatus::Failed => "Failed",
            JobStatus::Cancelling => "Cancelling",
            JobStatus::Cancelled => "Cancelled",
        }
    }

    /// Whether the job is still to end.
    pub const fn is_active(self) -> bool {
        matches!(self, JobStatus::Queued | JobStatus::InProgress | JobStatus::Cancelling)
    }
}

impl JobState {
    /// The state's name.
    pub const fn status(&self) -> JobStatus {
        match self {
            JobState::Queued => JobStatus::Queued,
            JobState::InProgress { .. } => JobStatus::InProgress,
            JobState::Completed { .. } => JobStatus::Completed,
            JobState::CompletedWithWarnings { .. } => JobStatus::CompletedWithWarnings,
            JobState::Failed { .. } => JobStatus::Failed,
            JobState::Cancelling { .. } => JobStatus::Cancelling,
            JobState::Cancelled { .. } => JobStatus::Cancelled,
        }
    }

    /// Whether the job is still to end.
    pub const fn is_active(&self) -> bool {
        self.status().is_active()
    }

    /// When it began, if it did.
    pub const fn started_at(&self) -> Option<DateTime<Utc>> {
        match self {
            JobState::Queued => None,
            JobState::InProgress { started_at }
            | JobState::Cancelling { started_at, .. }
            | JobState::Completed { started_at, .. }
            | JobState::CompletedWithWarnings { started_at, .. } => Some(*started_at),
            JobState::Failed { started_at, .. } | JobState::Cancelled { started_at, .. } => *started_at,
        }
    }

    /// When it ended, if it did.
    pub const fn finished_at(&self) -> Option<DateTime<Utc>> {
        match self {
            JobState::Queued | JobState::InProgress { .. } | JobState::Cancelling { .. } => None,
            JobState::Completed { finished_at, .. }
            | JobState::CompletedWithWarnings { finished_at, .. }
            | JobState::Failed { finished_at, .. }
            | JobState::Cancelled { finished_at, .. } => Some(*finished_at),
        }
    }
}

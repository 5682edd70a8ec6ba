//! Jobs and how far they are.

use shared::job::{Bottleneck, JobKind, JobStatus, Phase, PhaseStatus};

/// Jobs and how far they are.
#[derive(Clone, Copy)]
pub(crate) struct Jobs {
    /// The list.
    pub(crate) title: &'static str,
    /// What a job does.
    pub(crate) kind: fn(JobKind) -> &'static str,
    /// Where it stands.
    pub(crate) status: fn(JobStatus) -> &'static str,
    /// A step.
    pub(crate) phase: fn(Phase) -> &'static str,
    /// How a step is.
    pub(crate) phase_status: fn(PhaseStatus) -> &'static str,
    /// What holds it up.
    pub(crate) bottleneck: fn(Bottleneck) -> &'static str,
    /// How long it will take.
    pub(crate) time_left: fn(&str) -> String,
    /// What has been read.
    pub(crate) read_of: fn(&str, &str) -> String,
    /// What a restore has written.
    pub(crate) written_of: fn(&str, &str) -> String,
    /// What was new to the vault.
    pub(crate) new_data: fn(&str) -> String,
    /// A bar, for screen readers.
    pub(crate) progress_of: fn(&str) -> String,
    /// It has not begun.
    pub(crate) waiting: &'static str,
    /// A count.
    pub(crate) failed_24h: &'static str,
    /// A count.
    pub(crate) completed_24h: &'static str,
    /// None.
    pub(crate) empty: &'static str,
    /// None.
    pub(crate) empty_text: &'static str,
}

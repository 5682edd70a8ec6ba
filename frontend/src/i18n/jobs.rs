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
    /// A heading.
    pub(crate) backup_of: fn(&str) -> String,
    /// A heading.
    pub(crate) restore_of: fn(&str) -> String,
    /// A heading.
    pub(crate) vault_of: fn(&str) -> String,
    /// A title.
    pub(crate) verification_of: fn(&str) -> String,
    /// A title.
    pub(crate) prune_of: fn(&str) -> String,
    /// A heading.
    pub(crate) samples_of: &'static str,
    /// A column.
    pub(crate) job: &'static str,
    /// A label.
    pub(crate) vault: &'static str,
    /// A column.
    pub(crate) started: &'static str,
    /// A column.
    pub(crate) duration: &'static str,
    /// A command.
    pub(crate) open: &'static str,
    /// A command.
    pub(crate) cancel: &'static str,
    /// A command.
    pub(crate) retry: &'static str,
    /// Said after Cancel.
    pub(crate) cancelling: fn(&str) -> String,
    /// Said after Retry.
    pub(crate) started_again: fn(&str) -> String,
    /// The list is narrowed.
    pub(crate) since: fn(&str) -> String,
    /// Items that wait for their first job.
    pub(crate) pending_items: fn(u64) -> String,
    /// Of a running job.
    pub(crate) since_so_far: fn(&str, &str) -> String,
    /// Of a running job: left, and the time of its end.
    pub(crate) about_left: fn(&str, &str) -> String,
    /// Of a finished job: the moment, and how long it took.
    pub(crate) ended: fn(&str, &str) -> String,
    /// Of a failed backup.
    pub(crate) nothing_written: &'static str,
    /// Of a failed backup.
    pub(crate) untouched: fn(u64) -> String,
    /// Who stopped it.
    pub(crate) cancelled_by: fn(&str) -> String,
    /// The steps, for screen readers.
    pub(crate) phases: &'static str,
    /// A step of a job that ended before.
    pub(crate) not_reached: &'static str,
    /// The figures, for screen readers.
    pub(crate) numbers: &'static str,
    /// A figure.
    pub(crate) read: &'static str,
    /// A figure.
    pub(crate) written: &'static str,
    /// A figure.
    pub(crate) new: &'static str,
    /// A figure.
    pub(crate) stored: &'static str,
    /// A figure.
    pub(crate) rate: &'static str,
    /// A figure.
    pub(crate) mean_rate: &'static str,
    /// A figure.
    pub(crate) left: &'static str,
    /// A part of a whole.
    pub(crate) of_all: fn(&str) -> String,
    /// Below a figure.
    pub(crate) holes: &'static str,
    /// Below a figure.
    pub(crate) holes_written: &'static str,
    /// Below a figure.
    pub(crate) before_compression: &'static str,
    /// Below a figure: a share.
    pub(crate) of_new: fn(&str) -> String,
    /// Below a figure.
    pub(crate) in_the_vault: &'static str,
    /// A heading.
    pub(crate) disks: &'static str,
    /// A disk is through.
    pub(crate) done: &'static str,
    /// A heading.
    pub(crate) about: &'static str,
    /// A label.
    pub(crate) kind_label: &'static str,
    /// A label.
    pub(crate) item: &'static str,
    /// A label.
    pub(crate) started_by: &'static str,
    /// A label.
    pub(crate) accepted: &'static str,
    /// A label.
    pub(crate) target: &'static str,
    /// A label.
    pub(crate) attempt: &'static str,
    /// What an attempt beyond the first means.
    pub(crate) attempt_text: &'static str,
    /// A label.
    pub(crate) id: &'static str,
    /// A heading.
    pub(crate) log: &'static str,
    /// Beside a heading.
    pub(crate) following: &'static str,
    /// The log is empty.
    pub(crate) no_log: &'static str,
    /// A heading.
    pub(crate) warnings: &'static str,
    /// A step after a failure.
    pub(crate) step_log: &'static str,
    /// A step after a failure.
    pub(crate) step_retry: &'static str,
    /// A running job heals nothing yet.
    pub(crate) stays_overdue: fn(&str) -> String,
    /// Beside a running job.
    pub(crate) stays_damaged: fn(&str) -> String,
    /// A running job heals nothing yet.
    pub(crate) stays_failed: fn(&str) -> String,
}

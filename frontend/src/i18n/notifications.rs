//! The entries behind the bell.

/// The entries behind the bell.
#[derive(Clone, Copy)]
pub(crate) struct Notifications {
    /// The bell.
    pub(crate) title: &'static str,
    /// The bell, with a number.
    pub(crate) unseen: fn(u64) -> String,
    /// Nothing has happened.
    pub(crate) none: &'static str,
    /// A job was accepted.
    pub(crate) started: fn(&str) -> String,
    /// A job completed.
    pub(crate) completed: fn(&str) -> String,
    /// A job completed with something to know.
    pub(crate) completed_with_warnings: fn(&str) -> String,
    /// A job failed.
    pub(crate) failed: fn(&str) -> String,
    /// A job was cancelled.
    pub(crate) cancelled: fn(&str) -> String,
    /// A job, as the beginning of a sentence.
    pub(crate) backup: fn(&str) -> String,
    /// A job, as the beginning of a sentence.
    pub(crate) restore: fn(&str) -> String,
    /// A job, as the beginning of a sentence.
    pub(crate) create_vault: fn(&str) -> String,
    /// A job, as the beginning of a sentence.
    pub(crate) create_samples: &'static str,
    /// Backup was enabled for a machine.
    pub(crate) backup_enabled: fn(&str) -> String,
}

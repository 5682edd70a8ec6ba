//! The entries behind the bell.

use shared::notification::Severity;

/// The entries behind the bell.
#[derive(Clone, Copy)]
pub(crate) struct Notifications {
    /// The bell.
    pub(crate) title: &'static str,
    /// The bell, with a number.
    pub(crate) unseen: fn(u64) -> String,
    /// Nothing has happened.
    pub(crate) none: &'static str,
    /// None, on the page.
    pub(crate) none_text: &'static str,
    /// From the bell to the page.
    pub(crate) all: &'static str,
    /// What the page is.
    pub(crate) intro: &'static str,
    /// A command.
    pub(crate) mark_seen: &'static str,
    /// A column.
    pub(crate) what: &'static str,
    /// A column.
    pub(crate) when: &'static str,
    /// A column and a filter.
    pub(crate) severity_label: &'static str,
    /// How grave it is.
    pub(crate) severity: fn(Severity) -> &'static str,
    /// A column and a filter: whether it was seen.
    pub(crate) seen_label: &'static str,
    /// It was seen.
    pub(crate) read: &'static str,
    /// It was not.
    pub(crate) unread: &'static str,
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
    pub(crate) verify: fn(&str) -> String,
    /// A job, as the beginning of a sentence.
    pub(crate) prune: fn(&str) -> String,
    /// A job, as the beginning of a sentence.
    pub(crate) create_samples: &'static str,
    /// Backup was enabled for a machine.
    pub(crate) backup_enabled: fn(&str) -> String,
}

//! Schedules and retention.

/// Schedules and retention.
#[derive(Clone, Copy)]
pub(crate) struct Policies {
    /// What it is.
    pub(crate) policy: &'static str,
    /// A label.
    pub(crate) schedule: &'static str,
    /// A label.
    pub(crate) retention: &'static str,
    /// Time and zone.
    pub(crate) daily_at: fn(&str, &str) -> String,
    /// How long.
    pub(crate) kept_days: fn(u64) -> String,
    /// A label.
    pub(crate) items: &'static str,
}

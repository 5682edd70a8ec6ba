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
    /// Zone.
    pub(crate) hourly: fn(&str) -> String,
    /// Time and zone.
    pub(crate) daily_at: fn(&str, &str) -> String,
    /// Time and zone.
    pub(crate) weekly_at: fn(&str, &str) -> String,
    /// How long.
    pub(crate) kept_days: fn(u64) -> String,
    /// By weeks, months or years as well.
    pub(crate) kept_in_ranges: &'static str,
    /// By no range.
    pub(crate) kept_for_ever: &'static str,
    /// A label.
    pub(crate) items: &'static str,
    /// Below the title.
    pub(crate) intro: &'static str,
    /// A label.
    pub(crate) time_zone: &'static str,
    /// How long a point of Backup now is kept.
    pub(crate) on_demand: fn(u64) -> String,
    /// Schedules are not followed.
    pub(crate) no_schedules: &'static str,
    /// What that means.
    pub(crate) no_schedules_text: &'static str,
    /// None.
    pub(crate) no_items: &'static str,
}

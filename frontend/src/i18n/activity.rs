//! The activity log.

use shared::audit::Action;

/// The activity log.
#[derive(Clone, Copy)]
pub(crate) struct Activity {
    /// The page.
    pub(crate) title: &'static str,
    /// What it is.
    pub(crate) intro: &'static str,
    /// The field.
    pub(crate) filter: &'static str,
    /// A column.
    pub(crate) when: &'static str,
    /// A column and a filter.
    pub(crate) who: &'static str,
    /// A column and a filter.
    pub(crate) what: &'static str,
    /// A column.
    pub(crate) object: &'static str,
    /// A filter.
    pub(crate) period: &'static str,
    /// No filter.
    pub(crate) any_time: &'static str,
    /// A filter: so many hours.
    pub(crate) last_hours: fn(u64) -> String,
    /// A filter: so many days.
    pub(crate) last_days: fn(u64) -> String,
    /// No entry passes the filters.
    pub(crate) none: &'static str,
    /// The list goes on.
    pub(crate) newest_only: fn(&str) -> String,
    /// What was done.
    pub(crate) action: fn(Action) -> &'static str,
}

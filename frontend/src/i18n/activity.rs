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
    /// What was done.
    pub(crate) action: fn(Action) -> &'static str,
}

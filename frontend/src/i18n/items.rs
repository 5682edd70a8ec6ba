//! Protected items and their health.

use shared::health::Health;
use shared::recovery_point::Consistency;

/// Protected items and their health.
#[derive(Clone, Copy)]
pub(crate) struct Items {
    /// The list.
    pub(crate) title: &'static str,
    /// What it is.
    pub(crate) item: &'static str,
    /// How an item is.
    pub(crate) health: fn(Health) -> &'static str,
    /// The reason of a pending item, in brackets.
    pub(crate) initial_pending: &'static str,
    /// A label.
    pub(crate) last_backup_status: &'static str,
    /// A label.
    pub(crate) newest_point: &'static str,
    /// A label.
    pub(crate) oldest_point: &'static str,
    /// A label.
    pub(crate) recovery_points: &'static str,
    /// What can be said of a point.
    pub(crate) consistency: fn(Consistency) -> &'static str,
    /// A label.
    pub(crate) policy: &'static str,
    /// A label.
    pub(crate) vault: &'static str,
    /// The command.
    pub(crate) backup_now: &'static str,
    /// A heading.
    pub(crate) summary: &'static str,
    /// None.
    pub(crate) empty: &'static str,
    /// None.
    pub(crate) empty_text: &'static str,
}

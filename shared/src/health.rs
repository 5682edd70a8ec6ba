//! Health: expectation against evidence. Silence turns an item overdue without any event.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::item::LastBackup;

/// How old the newest point may become while no schedule says otherwise.
pub const RPO: TimeDelta = TimeDelta::hours(24);

/// How an item is, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Health {
    /// The last backup failed.
    Failed,
    /// The newest point is older than it may be.
    Overdue,
    /// The last backup ended with warnings, or backup is disabled.
    Warning,
    /// Waiting for the initial backup.
    Pending,
    /// There is a point, and it is young enough.
    Healthy,
}

/// How an item is at `now`. A running job plays no part: only a finished one is evidence.
///
/// An item that waits for its initial backup turns overdue one [`RPO`] after backup was enabled.
pub fn assess(
    last_backup: &LastBackup,
    newest_point_at: Option<DateTime<Utc>>,
    enabled_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Health {
    let late = now - newest_point_at.unwrap_or(enabled_at) > RPO;
    match last_backup {
        LastBackup::Failed { .. } => Health::Failed,
        LastBackup::Disabled { .. } => Health::Warning,
        _ if late => Health::Overdue,
        LastBackup::CompletedWithWarnings { .. } => Health::Warning,
        LastBackup::InitialPending => Health::Pending,
        LastBackup::Completed { .. } => Health::Healthy,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour(n: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::hours(n)
    }

    #[test]
    fn should_turn_overdue_by_silence_alone() {
        let completed = LastBackup::Completed { at: hour(1) };
        assert_eq!(assess(&completed, Some(hour(1)), hour(0), hour(25)), Health::Healthy);
        assert_eq!(assess(&completed, Some(hour(1)), hour(0), hour(26)), Health::Overdue);
    }

    #[test]
    fn should_not_wait_for_an_initial_backup_for_ever() {
        assert_eq!(assess(&LastBackup::InitialPending, None, hour(0), hour(24)), Health::Pending);
        assert_eq!(assess(&LastBackup::InitialPending, None, hour(0), hour(25)), Health::Overdue);
    }

    #[test]
    fn should_expect_nothing_where_backup_is_disabled() {
        let disabled = LastBackup::Disabled { since: hour(2) };
        assert_eq!(assess(&disabled, Some(hour(1)), hour(0), hour(1000)), Health::Warning);
    }

    #[test]
    fn should_order_worst_first() {
        assert!(Health::Failed < Health::Overdue && Health::Overdue < Health::Warning);
        assert!(Health::Warning < Health::Pending && Health::Pending < Health::Healthy);
    }
}

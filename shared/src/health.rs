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
    /// The newest point that a verification looked at cannot be restored completely.
    Damaged,
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

/// What speaks for an item and against it.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// How its last finished backup ended.
    pub last_backup: &'a LastBackup,
    /// When its newest point was taken.
    pub newest_point_at: Option<DateTime<Utc>>,
    /// When backup was enabled.
    pub enabled_at: DateTime<Utc>,
    /// Whether the newest point that a verification looked at cannot be restored completely. A point that was made since may rest on
    /// the same bad data: it takes nothing back before it was verified itself.
    pub is_damaged: bool,
}

/// How an item is at `now`. A running job plays no part: only a finished one is evidence.
///
/// An item that waits for its initial backup turns overdue one [`RPO`] after backup was enabled.
pub fn assess(evidence: &Evidence<'_>, now: DateTime<Utc>) -> Health {
    let late = now - evidence.newest_point_at.unwrap_or(evidence.enabled_at) > RPO;
    match evidence.last_backup {
        _ if evidence.is_damaged => Health::Damaged,
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

    fn at(last_backup: &LastBackup, newest_point_at: Option<DateTime<Utc>>, is_damaged: bool, now: i64) -> Health {
        assess(&Evidence { last_backup, newest_point_at, enabled_at: hour(0), is_damaged }, hour(now))
    }

    #[test]
    fn should_turn_overdue_by_silence_alone() {
        let completed = LastBackup::Completed { at: hour(1) };
        assert_eq!(at(&completed, Some(hour(1)), false, 25), Health::Healthy);
        assert_eq!(at(&completed, Some(hour(1)), false, 26), Health::Overdue);
    }

    #[test]
    fn should_not_wait_for_an_initial_backup_for_ever() {
        assert_eq!(at(&LastBackup::InitialPending, None, false, 24), Health::Pending);
        assert_eq!(at(&LastBackup::InitialPending, None, false, 25), Health::Overdue);
    }

    #[test]
    fn should_never_be_well_with_a_damaged_point() {
        for now in [1, 100] {
            assert_eq!(at(&LastBackup::Completed { at: hour(1) }, Some(hour(1)), true, now), Health::Damaged);
        }
    }

    #[test]
    fn should_expect_nothing_where_backup_is_disabled() {
        let disabled = LastBackup::Disabled { since: hour(2) };
        assert_eq!(at(&disabled, Some(hour(1)), false, 1000), Health::Warning);
        assert_eq!(at(&disabled, Some(hour(1)), true, 1000), Health::Damaged, "stopping makes no data whole");
    }

    #[test]
    fn should_order_worst_first() {
        assert!(Health::Damaged < Health::Failed && Health::Failed < Health::Overdue);
        assert!(Health::Overdue < Health::Warning);
        assert!(Health::Warning < Health::Pending && Health::Pending < Health::Healthy);
    }
}

//! Days: what an item's backups came to on each day of its policy's calendar, judged as its health is: expectation against evidence.

use std::ops::AddAssign;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::health::RPO;
use crate::id::JobId;

/// How many days a strip shows, today among them.
pub const DAYS_SHOWN: usize = 30;

/// How many days a row of a list shows, today among them.
pub const DAYS_IN_A_ROW: usize = 14;

/// How a day was, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DayState {
    /// A backup failed.
    Failed,
    /// No backup ended, and at the day's end the newest point was older than it may be.
    Overdue,
    /// A backup ended with warnings.
    Warning,
    /// The item waited for its initial backup.
    Pending,
    /// A backup made a point.
    Completed,
    /// No backup ended, and none was due.
    NotDue,
}

/// A day of a calendar, with the moments that it begins and ends at: 23 or 25 hours apart where the clock changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarDay {
    /// The day.
    pub date: NaiveDate,
    /// Its first moment.
    pub starts_at: DateTime<Utc>,
    /// The first moment of the day after.
    pub ends_at: DateTime<Utc>,
}

/// What is known of an item about one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayEvidence {
    /// How the worst backup that ended on the day ended: `Failed`, `Warning` or `Completed`.
    pub ended: Option<DayState>,
    /// The newest point that there was at the end of the day.
    pub newest_point_at: Option<DateTime<Utc>>,
}

impl CalendarDay {
    /// How the day was, or is so far, for an item that backup was enabled of at `enabled_at`.
    ///
    /// What ended on the day says how it was, the worst of it. On a day on which nothing ended, silence is judged at the end of the day, or
    /// at `now` while the day lasts, by the rule of [`crate::health::assess`].
    pub fn judge(&self, evidence: DayEvidence, enabled_at: DateTime<Utc>, now: DateTime<Utc>) -> DayState {
        if enabled_at >= self.ends_at || now < self.starts_at {
            return DayState::NotDue;
        }
        let at = self.ends_at.min(now);
        match (evidence.ended, evidence.newest_point_at) {
            (Some(ended), _) => ended,
            (None, newest) if at - newest.unwrap_or(enabled_at) > RPO => DayState::Overdue,
            (None, None) => DayState::Pending,
            (None, Some(_)) => DayState::NotDue,
        }
    }
}

/// A day of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ItemDay {
    /// Which day.
    pub day: CalendarDay,
    /// How it was.
    pub state: DayState,
    /// What its points brought that was new to the vault, before compression.
    pub new_bytes: u64,
    /// The backup that says how the day was, when one ended on it.
    pub job_id: Option<JobId>,
}

/// The last days of an item, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ItemDays {
    /// The zone of the item's policy, whose calendar the days are of.
    pub time_zone: String,
    /// The last [`DAYS_SHOWN`] days, today last.
    pub days: Vec<ItemDay>,
}

/// How many items had a day of which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayCounts {
    /// A backup failed.
    pub failed: u64,
    /// None ended when one was due.
    pub overdue: u64,
    /// A backup ended with warnings.
    pub warning: u64,
    /// Waited for the initial backup.
    pub pending: u64,
    /// A backup made a point.
    pub completed: u64,
}

impl AddAssign<DayState> for DayCounts {
    fn add_assign(&mut self, state: DayState) {
        match state {
            DayState::Failed => self.failed += 1,
            DayState::Overdue => self.overdue += 1,
            DayState::Warning => self.warning += 1,
            DayState::Pending => self.pending += 1,
            DayState::Completed => self.completed += 1,
            DayState::NotDue => {}
        }
    }
}

impl DayCounts {
    /// The worst state of them all.
    pub fn worst(&self) -> DayState {
        [
            (self.failed, DayState::Failed),
            (self.overdue, DayState::Overdue),
            (self.warning, DayState::Warning),
            (self.pending, DayState::Pending),
            (self.completed, DayState::Completed),
        ]
        .into_iter()
        .find_map(|(count, state)| (count > 0).then_some(state))
        .unwrap_or(DayState::NotDue)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn hour(n: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::hours(n)
    }

    /// The hours 24 to 48.
    fn day() -> CalendarDay {
        CalendarDay { date: NaiveDate::default(), starts_at: hour(24), ends_at: hour(48) }
    }

    fn judged(ended: Option<DayState>, newest: Option<i64>, enabled: i64, now: i64) -> DayState {
        day().judge(DayEvidence { ended, newest_point_at: newest.map(hour) }, hour(enabled), hour(now))
    }

    #[test]
    fn should_be_how_its_backups_ended() {
        for state in [DayState::Failed, DayState::Warning, DayState::Completed] {
            assert_eq!(judged(Some(state), Some(2), 0, 100), state);
        }
    }

    #[test]
    fn should_be_overdue_by_silence_alone() {
        assert_eq!(judged(None, Some(23), 0, 100), DayState::Overdue);
        assert_eq!(judged(None, Some(24), 0, 100), DayState::NotDue);
        assert_eq!(judged(None, None, 23, 100), DayState::Overdue);
    }

    #[test]
    fn should_be_judged_by_the_clock_while_it_lasts() {
        assert_eq!(judged(None, Some(10), 0, 34), DayState::NotDue);
        assert_eq!(judged(None, Some(10), 0, 35), DayState::Overdue);
        assert_eq!(judged(None, None, 25, 26), DayState::Pending);
    }

    #[test]
    fn should_expect_nothing_before_backup_was_enabled_or_the_day_began() {
        assert_eq!(judged(None, None, 48, 100), DayState::NotDue);
        assert_eq!(judged(None, None, 0, 23), DayState::NotDue);
    }

    #[test]
    fn should_order_worst_first_and_count_so() {
        let mut counts = DayCounts::default();
        for (state, worst) in [
            (DayState::NotDue, DayState::NotDue),
            (DayState::Completed, DayState::Completed),
            (DayState::Pending, DayState::Pending),
            (DayState::Warning, DayState::Warning),
            (DayState::Overdue, DayState::Overdue),
            (DayState::Failed, DayState::Failed),
            (DayState::Completed, DayState::Failed),
        ] {
            counts += state;
            assert_eq!(counts.worst(), worst);
        }
        assert_eq!((counts.completed, counts.failed), (2, 1));
        assert!(DayState::Failed < DayState::Overdue && DayState::Completed < DayState::NotDue);
    }
}

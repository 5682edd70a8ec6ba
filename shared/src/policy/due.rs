//! The run that is due now, with those that were missed (F54).

use chrono::{DateTime, TimeDelta, Utc};

use crate::policy::{Schedule, Zone};

/// A run that starts more than this after its time is late.
pub const LATE_AFTER: TimeDelta = TimeDelta::minutes(1);

/// A run to start now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueRun {
    /// When it was due: the newest of the times that have passed.
    pub due_at: DateTime<Utc>,
    /// The oldest of them.
    pub since: DateTime<Utc>,
    /// How many earlier ones it stands for, none of which will run.
    pub missed: usize,
}

impl DueRun {
    /// Whether one that starts at `now` is late.
    pub fn is_late(&self, now: DateTime<Utc>) -> bool {
        now - self.since > LATE_AFTER
    }
}

impl Schedule {
    /// What has to start at `now`, when everything up to `handled` was seen to: one run, however many times have passed.
    pub fn due(&self, handled: DateTime<Utc>, now: DateTime<Utc>, zone: &dyn Zone) -> Option<DueRun> {
        let runs = self.due_between(handled, now, zone);
        let (since, due_at) = (*runs.first()?, *runs.last()?);
        Some(DueRun { due_at, since, missed: runs.len() - 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::TimeOfDay;
    use crate::policy::zone::tests::{Lisbon, instant};

    fn due(handled: &str, now: &str) -> Option<(DueRun, bool)> {
        let daily = Schedule::Daily { at: TimeOfDay::new(2, 0).unwrap() };
        let now = instant(now);
        daily.due(instant(handled), now, &Lisbon).map(|due| (due, due.is_late(now)))
    }

    #[test]
    fn should_be_due_once_from_its_time_on() {
        assert_eq!(due("2026-11-24T02:00:00Z", "2026-11-25T01:59:59Z"), None);
        let at = instant("2026-11-25T02:00:00Z");
        let run = DueRun { due_at: at, since: at, missed: 0 };
        assert_eq!(due("2026-11-24T02:00:00Z", "2026-11-25T02:00:30Z"), Some((run, false)));
        assert_eq!(due("2026-11-25T02:00:00Z", "2026-11-25T02:01:00Z"), None);
    }

    #[test]
    fn should_make_up_for_all_that_was_missed_by_one_late_run() {
        let run = DueRun { due_at: instant("2026-11-25T02:00:00Z"), since: instant("2026-11-23T02:00:00Z"), missed: 2 };
        assert_eq!(due("2026-11-22T02:00:00Z", "2026-11-25T02:00:30Z"), Some((run, true)));
    }

    #[test]
    fn should_be_due_for_nobody_when_the_clock_goes_back() {
        assert_eq!(due("2026-11-25T02:00:00Z", "2026-11-24T01:00:00Z"), None);
    }
}

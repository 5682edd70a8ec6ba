//! When runs are due.

use chrono::{DateTime, Days, TimeDelta, Utc};

use crate::policy::{Schedule, Zone};

/// The instants between which there are runs: years of four digits, as far from the end of chrono's calendar as any zone and window reach.
const CALENDAR: (i64, i64) = (-62_135_596_800, 253_402_214_400);

/// The runs of a schedule, one after the other.
pub struct Runs<'a> {
    schedule: &'a Schedule,
    zone: &'a dyn Zone,
    /// All up to here are in `found` or were given.
    looked_until: DateTime<Utc>,
    found: std::vec::IntoIter<DateTime<Utc>>,
}

impl Schedule {
    /// The runs after an instant, endlessly.
    pub fn runs_after<'a>(&'a self, after: DateTime<Utc>, zone: &'a dyn Zone) -> Runs<'a> {
        Runs { schedule: self, zone, looked_until: after, found: Vec::new().into_iter() }
    }

    /// The runs that are due after the one instant and not after the other, in order, each once.
    pub fn due_between(&self, after: DateTime<Utc>, until: DateTime<Utc>, zone: &dyn Zone) -> Vec<DateTime<Utc>> {
        let (after, until) = (within_calendar(after), within_calendar(until));
        // Times of one day can be due on another: a window reaches into the next day, and a clock may skip a day or come back to it.
        let first = zone.date_at(after) - Days::new(2);
        let last = zone.date_at(until) + Days::new(1);
        let mut runs = Vec::new();
        for time in first.iter_days().take_while(|day| *day <= last).flat_map(|day| self.times(day)) {
            let at = zone.instants_of(time);
            runs.push(at.first);
            runs.extend(at.second.filter(|_| self.runs_in_both_passes()));
        }
        runs.retain(|run| after < *run && *run <= until);
        runs.sort_unstable();
        runs.dedup();
        runs
    }
}

/// The instant, or the end of the calendar that is nearer to it.
pub(super) fn within_calendar(at: DateTime<Utc>) -> DateTime<Utc> {
    let (first, last) = CALENDAR;
    match at.timestamp() {
        seconds if seconds < first => DateTime::from_timestamp(first, 0).unwrap_or(at),
        seconds if seconds > last => DateTime::from_timestamp(last, 0).unwrap_or(at),
        _ => at,
    }
}

impl Iterator for Runs<'_> {
    type Item = DateTime<Utc>;

    fn next(&mut self) -> Option<DateTime<Utc>> {
        loop {
            if let Some(run) = self.found.next() {
                return Some(run);
            }
            let from = within_calendar(self.looked_until);
            // As far as there is at least one run as a rule, and not a hundred more than are asked for.
            let days = if matches!(self.schedule, Schedule::Hourly(_)) { 1 } else { 8 };
            let until = within_calendar(from + TimeDelta::days(days));
            if until == from {
                return None;
            }
            self.found = self.schedule.due_between(from, until, self.zone).into_iter();
            self.looked_until = until;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::zone::tests::{Lisbon, instant};

    fn schedule(json: &str) -> Schedule {
        serde_json::from_str(json).unwrap()
    }

    fn next(json: &str, after: &str, many: usize) -> Vec<String> {
        let runs = schedule(json);
        runs.runs_after(instant(after), &Lisbon).take(many).map(|run| run.to_string()[5..16].to_owned()).collect()
    }

    #[test]
    fn should_follow_the_local_clock() {
        let daily = r#"{"frequency":"Daily","at":"12:00"}"#;
        assert_eq!(next(daily, "2026-03-28T12:00:00Z", 2), ["03-29 11:00", "03-30 11:00"]);
        assert_eq!(next(daily, "2026-10-24T11:00:00Z", 2), ["10-25 12:00", "10-26 12:00"]);
    }

    #[test]
    fn should_run_once_where_the_time_is_skipped_or_repeated() {
        let daily = r#"{"frequency":"Daily","at":"01:30"}"#;
        assert_eq!(next(daily, "2026-03-28T12:00:00Z", 2), ["03-29 01:00", "03-30 00:30"]);
        assert_eq!(next(daily, "2026-10-24T12:00:00Z", 2), ["10-25 00:30", "10-26 01:30"]);
    }

    #[test]
    fn should_run_on_the_days_of_the_week() {
        let weekly = r#"{"frequency":"Weekly","on":["Monday","Wednesday","Thursday"],"at":"10:00"}"#;
        assert_eq!(next(weekly, "2026-11-25T10:00:00Z", 3), ["11-26 10:00", "11-30 10:00", "12-02 10:00"]);
    }

    #[test]
    fn should_run_in_a_window_that_reaches_into_the_next_day() {
        let hourly = r#"{"frequency":"Hourly","every_minutes":240,"from":"20:00","hours":8}"#;
        assert_eq!(
            next(hourly, "2026-11-25T12:00:00Z", 4),
            ["11-25 20:00", "11-26 00:00", "11-26 04:00", "11-26 20:00"]
        );
    }

    #[test]
    fn should_not_be_silent_in_a_repeated_hour() {
        let quarters = r#"{"frequency":"Hourly","every_minutes":15,"from":"00:00","hours":24}"#;
        let night =
            schedule(quarters).due_between(instant("2026-10-24T22:59:00Z"), instant("2026-10-25T03:00:00Z"), &Lisbon);
        assert_eq!(night.len(), 17);
        assert!(night.windows(2).all(|pair| pair[1] - pair[0] == TimeDelta::minutes(15)));
        let hours = r#"{"frequency":"Hourly","every_minutes":120,"from":"01:30","hours":24}"#;
        assert_eq!(next(hours, "2026-10-24T23:59:00Z", 2), ["10-25 00:30", "10-25 03:30"]);
    }

    #[test]
    fn should_merge_the_times_that_a_gap_skips() {
        let quarters = r#"{"frequency":"Hourly","every_minutes":15,"from":"00:00","hours":24}"#;
        assert_eq!(next(quarters, "2026-03-29T00:30:00Z", 3), ["03-29 00:45", "03-29 01:00", "03-29 01:15"]);
    }

    #[test]
    fn should_end_with_the_calendar() {
        let daily = schedule(r#"{"frequency":"Daily","at":"12:00"}"#);
        assert_eq!(daily.runs_after(DateTime::<Utc>::MAX_UTC, &Lisbon).next(), None);
        assert!(daily.runs_after(DateTime::<Utc>::MIN_UTC, &Lisbon).next().is_some());
        assert!(
            daily.due_between(instant("2026-01-02T00:00:00Z"), instant("2026-01-01T00:00:00Z"), &Lisbon).is_empty()
        );
    }
}

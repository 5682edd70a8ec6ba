//! Calendar days of a zone, with the moments that they begin and end at.

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use shared::day::{CalendarDay, DAYS_SHOWN};

use crate::policies;

/// The day that it is in the zone.
pub(super) fn date_of(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// The dates that a strip shows, oldest first, `today` last.
pub(super) fn shown(today: NaiveDate) -> Vec<NaiveDate> {
    (0..DAYS_SHOWN as u64).rev().map(|back| today - Days::new(back)).collect()
}

/// The day in the zone.
pub(super) fn day(date: NaiveDate, zone: Tz) -> CalendarDay {
    let start = |date| policies::start_of_day(date, zone);
    CalendarDay { date, starts_at: start(date), ends_at: start(date + Days::new(1)) }
}

/// The zone that a policy names; a name that is none, which only a damaged row can hold, is UTC.
pub(super) fn zone(name: &str) -> Tz {
    name.parse().unwrap_or(Tz::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(date: &str, zone: Tz) -> i64 {
        let day = day(date.parse().unwrap(), zone);
        (day.ends_at - day.starts_at).num_hours()
    }

    #[test]
    fn should_follow_the_clock_of_the_zone() {
        assert_eq!(hours("2026-10-24", Tz::Europe__Stockholm), 24);
        assert_eq!(hours("2026-10-25", Tz::Europe__Stockholm), 25);
        assert_eq!(hours("2026-03-29", Tz::Europe__Stockholm), 23);
        assert_eq!(hours("2026-03-29", Tz::UTC), 24);
    }

    #[test]
    fn should_end_with_today() {
        let today = "2026-11-24".parse().unwrap();
        let dates = shown(today);
        assert_eq!((dates.len(), dates[29], dates[0].to_string().as_str()), (30, today, "2026-10-26"));
    }
}

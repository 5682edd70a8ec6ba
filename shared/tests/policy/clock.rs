//! The clocks of the zones that have been hard on others.

use chrono::{DateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use shared::policy::{PolicyZone, Zone};

/// Half an hour of summer time; a change one minute after midnight; a quarter of an hour; a day that never was; summer time that pauses for Ramadan;
/// changes at midnight; and some of the ordinary ones.
pub(crate) const ZONES: [Tz; 10] = [
    Tz::Australia__Lord_Howe,
    Tz::America__St_Johns,
    Tz::Asia__Kathmandu,
    Tz::Pacific__Apia,
    Tz::Africa__Casablanca,
    Tz::America__Sao_Paulo,
    Tz::Europe__Lisbon,
    Tz::Europe__Stockholm,
    Tz::America__New_York,
    Tz::UTC,
];

/// Spans of three years: with the missing day of Apia and the midnights of St. John's; with the end of summer time in São Paulo; and to come.
pub(crate) const FROM_YEARS: [i32; 3] = [2010, 2017, 2026];

/// A clock with chrono-tz's data.
pub(crate) struct Clock(pub(crate) Tz);

impl Zone for Clock {
    fn offset_at(&self, at: DateTime<Utc>) -> TimeDelta {
        let offset = self.0.offset_from_utc_datetime(&at.naive_utc()).fix();
        TimeDelta::seconds(offset.local_minus_utc().into())
    }
}

/// The clock of a policy.
pub(crate) fn of(zone: &PolicyZone) -> Box<dyn Zone> {
    match zone {
        PolicyZone::Fixed(offset) => Box::new(*offset),
        PolicyZone::Local(name) => Box::new(Clock(name.as_str().parse().expect("a zone that there is"))),
    }
}

/// The beginning of a year.
pub(crate) fn new_year(year: i32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).single().expect("a day")
}

/// The last quarter of an hour before each change of a clock in three years.
pub(crate) fn changes(zone: Tz, from_year: i32) -> Vec<DateTime<Utc>> {
    let clock = Clock(zone);
    let quarter = TimeDelta::minutes(15);
    let quarters = std::iter::successors(Some(new_year(from_year)), |at| Some(*at + quarter));
    let until = new_year(from_year + 3);
    quarters.take_while(|at| *at < until).filter(|at| clock.offset_at(*at) != clock.offset_at(*at + quarter)).collect()
}

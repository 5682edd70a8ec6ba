//! The clock of a zone.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// What the rules ask of a zone. The server answers from its zone data, the page from the browser's.
pub trait Zone {
    /// How far its clock is ahead of UTC at that instant.
    fn offset_at(&self, at: DateTime<Utc>) -> TimeDelta;

    /// What its clock shows at that instant.
    fn shows_at(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc() + self.offset_at(at)
    }

    /// The day that it is there at that instant.
    fn date_at(&self, at: DateTime<Utc>) -> NaiveDate {
        self.shows_at(at).date()
    }

    /// When its clock shows that time.
    fn instants_of(&self, time: NaiveDateTime) -> Instants {
        let time = time.and_utc();
        // No clock is a day ahead of UTC or behind it: what it shows lies between the two, and at most one change does.
        let before = self.offset_at(time - TimeDelta::days(1));
        let after = self.offset_at(time + TimeDelta::days(1));
        let (early, late) = (time - before, time - after);
        if before == after {
            return Instants { first: early, second: None };
        }
        match (self.offset_at(early) == before, self.offset_at(late) == after) {
            (true, true) => Instants { first: early, second: Some(late) },
            (true, false) => Instants { first: early, second: None },
            (false, true) => Instants { first: late, second: None },
            (false, false) => Instants { first: self.change_between(late, early), second: None },
        }
    }

    /// The first instant of a day.
    fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.instants_of(day.and_time(NaiveTime::MIN)).first
    }

    /// The last second of a day: what "kept to that day" means.
    fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.start_of(day + Days::new(1)) - TimeDelta::seconds(1)
    }

    /// The first second with the later offset, of a clock that is put forward after `before` and not after `until`.
    fn change_between(&self, mut before: DateTime<Utc>, mut until: DateTime<Utc>) -> DateTime<Utc> {
        let offset = self.offset_at(before);
        while until - before > TimeDelta::seconds(1) {
            let middle = before + TimeDelta::seconds((until - before).num_seconds() / 2);
            if self.offset_at(middle) == offset {
                before = middle;
            } else {
                until = middle;
            }
        }
        until
    }
}

/// When a clock shows a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instants {
    /// The first time; for a time that the clock skips, the first instant after the gap.
    pub first: DateTime<Utc>,
    /// The second time, of a clock that was put back in between.
    pub second: Option<DateTime<Utc>>,
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Lisbon in 2026: an hour is skipped at 01:00 on 29 March and repeated at 02:00 on 25 October.
    pub(crate) struct Lisbon;

    impl Zone for Lisbon {
        fn offset_at(&self, at: DateTime<Utc>) -> TimeDelta {
            let summer = instant("2026-03-29T01:00:00Z")..instant("2026-10-25T01:00:00Z");
            TimeDelta::hours(i64::from(summer.contains(&at)))
        }
    }

    /// Samoa, which skipped 30 December 2011 as a whole.
    struct Apia;

    impl Zone for Apia {
        fn offset_at(&self, at: DateTime<Utc>) -> TimeDelta {
            TimeDelta::hours(if at < instant("2011-12-30T10:00:00Z") { -10 } else { 14 })
        }
    }

    pub(crate) fn instant(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn first(zone: &dyn Zone, time: &str) -> DateTime<Utc> {
        zone.instants_of(time.parse().unwrap()).first
    }

    #[test]
    fn should_answer_a_time_that_is_skipped_with_the_first_instant_after() {
        for time in ["2026-03-29T01:00:00", "2026-03-29T01:30:00", "2026-03-29T01:59:59", "2026-03-29T02:00:00"] {
            assert_eq!(first(&Lisbon, time), instant("2026-03-29T01:00:00Z"), "{time}");
        }
        assert_eq!(first(&Lisbon, "2026-03-29T00:59:59"), instant("2026-03-29T00:59:59Z"));
        assert_eq!(first(&Apia, "2011-12-30T12:00:00"), instant("2011-12-30T10:00:00Z"));
    }

    #[test]
    fn should_know_both_instants_of_a_time_that_is_repeated() {
        let at = Lisbon.instants_of("2026-10-25T01:30:00".parse().unwrap());
        assert_eq!((at.first, at.second), (instant("2026-10-25T00:30:00Z"), Some(instant("2026-10-25T01:30:00Z"))));
        let after = Lisbon.instants_of("2026-10-25T02:00:00".parse().unwrap());
        assert_eq!((after.first, after.second), (instant("2026-10-25T02:00:00Z"), None));
    }

    #[test]
    fn should_end_a_day_where_the_clock_says_so() {
        let end = |day: &str| Lisbon.end_of(day.parse().unwrap());
        assert_eq!(end("2026-12-20"), instant("2026-12-20T23:59:59Z"));
        assert_eq!(end("2026-07-20"), instant("2026-07-20T22:59:59Z"));
        assert_eq!(Apia.end_of("2011-12-30".parse().unwrap()), instant("2011-12-30T09:59:59Z"));
    }
}

//! Which point counts for which day.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::policy::runs::within_calendar;
use crate::policy::{PointFacts, Zone};

/// A chosen day without a point is stood in for by a point of one of so many days after it (C-117): a backup that failed or was completed after
/// midnight, and one that is taken once a week, count for it as well.
pub const STANDS_IN_DAYS: u64 = 6;

/// Which point each day has, for days that have one or are stood in for: a good one where there is one.
pub(super) fn points_of_days(points: &[PointFacts], zone: &dyn Zone) -> BTreeMap<NaiveDate, usize> {
    let mut days = newest_of_days(points, zone, |point| point.is_scheduled);
    days.extend(newest_of_days(points, zone, |point| point.is_scheduled && point.is_good));
    days
}

fn newest_of_days(
    points: &[PointFacts],
    zone: &dyn Zone,
    counts: fn(&PointFacts) -> bool,
) -> BTreeMap<NaiveDate, usize> {
    let mut order: Vec<usize> = (0..points.len()).filter(|index| counts(&points[*index])).collect();
    order.sort_by_key(|index| points[*index].taken_at);
    let newest: BTreeMap<NaiveDate, usize> =
        order.into_iter().map(|index| (zone.date_at(within_calendar(points[index].taken_at)), index)).collect();
    let mut days = BTreeMap::new();
    let mut day_before = None;
    for (date, index) in newest {
        let earliest = date - Days::new(STANDS_IN_DAYS);
        let first = day_before.map_or(earliest, |before: NaiveDate| earliest.max(before + Days::new(1)));
        days.extend(first.iter_days().take_while(|day| *day <= date).map(|day| (day, index)));
        day_before = Some(date);
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::zone::tests::{Lisbon, instant};

    fn point(taken_at: &str, is_good: bool) -> PointFacts {
        let taken_at = instant(taken_at);
        PointFacts { taken_at, is_scheduled: true, chosen_until: None, is_held: false, is_good }
    }

    /// The point of each day from the first of the month on.
    fn points(points: &[PointFacts]) -> Vec<Option<usize>> {
        let days = points_of_days(points, &Lisbon);
        let first: NaiveDate = "2026-07-01".parse().unwrap();
        first.iter_days().take(10).map(|day| days.get(&day).copied()).collect()
    }

    #[test]
    fn should_take_the_newest_of_a_day() {
        let day = [
            point("2026-07-01T02:00:00Z", true),
            point("2026-07-01T22:59:59Z", true),
            point("2026-07-01T23:00:00Z", true),
        ];
        assert_eq!(points(&day)[..3], [Some(1), Some(2), None], "the third is of the 2nd in Lisbon");
    }

    #[test]
    fn should_stand_in_for_six_days_without_a_point() {
        let late = [point("2026-07-10T02:00:00Z", true)];
        assert_eq!(points(&late).iter().position(Option::is_some), Some(3));
        let two = [point("2026-07-02T02:00:00Z", true), point("2026-07-04T02:00:00Z", true)];
        assert_eq!(points(&two)[..5], [Some(0), Some(0), Some(1), Some(1), None]);
    }

    #[test]
    fn should_prefer_good_points() {
        let day = [point("2026-07-01T02:00:00Z", true), point("2026-07-01T12:00:00Z", false)];
        assert_eq!(points(&day)[0], Some(0));
        let next = [point("2026-07-01T02:00:00Z", false), point("2026-07-02T02:00:00Z", true)];
        assert_eq!(points(&next)[..2], [Some(1), Some(1)]);
        assert_eq!(points(&next[..1])[0], Some(0), "better a bad one than none");
    }

    #[test]
    fn should_not_count_points_of_backup_now() {
        let on_demand = PointFacts { is_scheduled: false, ..point("2026-07-01T02:00:00Z", true) };
        assert_eq!(points(&[on_demand]), [None; 10]);
    }
}

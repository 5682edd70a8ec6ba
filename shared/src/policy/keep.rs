//! What becomes of each point.

use chrono::{DateTime, Days, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::policy::points_of_days::points_of_days;
use crate::policy::runs::within_calendar;
use crate::policy::{Claims, Range, Retention, Zone};

/// What retention has to know of a point of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointFacts {
    /// When its snapshot was complete (C-116): the day that it is of.
    pub taken_at: DateTime<Utc>,
    /// Whether a schedule took it. A point of Backup now is none of the policy's.
    pub is_scheduled: bool,
    /// Until when somebody chose to keep it, at least.
    pub chosen_until: Option<DateTime<Utc>>,
    /// Whether somebody holds it.
    pub is_held: bool,
    /// Whether nothing is known to be wrong with it.
    pub is_good: bool,
}

/// What keeps a point, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Keeping {
    /// The ranges whose point it is.
    pub claims: Claims,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Fate {
    /// It is kept until then.
    Until {
        /// When its time is over.
        at: DateTime<Utc>,
    },
    /// It is kept: nothing says when it may go.
    NoEnd,
    /// It is kept for as long as it is held.
    Held,
    /// Its time is over, and it is kept as the last good point of its item (F102).
    LastGood,
    /// It may go.
    Expired {
        /// When its time was over.
        since: DateTime<Utc>,
    },
}

impl Fate {
    /// Whether the point stays.
    pub fn is_kept(self) -> bool {
        !matches!(self, Self::Expired { .. })
    }

    /// When the point goes by itself.
    pub fn ends_at(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Until { at } => Some(at),
            Self::Expired { since } => Some(since),
            Self::NoEnd | Self::Held | Self::LastGood => None,
        }
    }
}

impl Retention {
    /// What becomes at `now` of the points of one item: all that there are, in any order. The answers are in the same order.
    pub fn keep(&self, points: &[PointFacts], now: DateTime<Utc>, zone: &dyn Zone) -> Vec<Keeping> {
        let last_good = last_good(points);
        let fate = |index: usize, claims: Claims| match self.end_of(&points[index], claims) {
            _ if points[index].is_held => Fate::Held,
            None => Fate::NoEnd,
            Some(at) if at > now => Fate::Until { at },
            Some(_) if last_good == Some(index) => Fate::LastGood,
            Some(since) => Fate::Expired { since },
        };
        let claims = self.claims(points, zone);
        claims.into_iter().enumerate().map(|(index, claims)| Keeping { claims, fate: fate(index, claims) }).collect()
    }

    /// When a point's time is over; never, when nothing says so. A scheduled point that no range of the policy wants has had its time.
    fn end_of(&self, point: &PointFacts, claims: Claims) -> Option<DateTime<Utc>> {
        if !point.is_scheduled {
            return point.chosen_until;
        }
        if self.keeps_everything() {
            return None;
        }
        Some(claims.until().max(point.chosen_until).unwrap_or(point.taken_at))
    }

    fn claims(&self, points: &[PointFacts], zone: &dyn Zone) -> Vec<Claims> {
        let mut claims = vec![Claims::default(); points.len()];
        let scheduled = points.iter().enumerate().filter(|(_, point)| point.is_scheduled);
        if let Some(days) = self.daily_days {
            for (index, point) in scheduled {
                let end = zone.shows_at(within_calendar(point.taken_at)) + Days::new(days.get().into());
                claims[index].add(Range::Daily, within_calendar(zone.instants_of(end).first));
            }
        }
        for (day, index) in points_of_days(points, zone) {
            for (range, last_day) in self.last_days(day) {
                claims[index].add(range, within_calendar(zone.end_of(last_day)));
            }
        }
        claims
    }

    /// The ranges that chose a day, each with the last day that it keeps the day's point.
    fn last_days(&self, day: NaiveDate) -> impl Iterator<Item = (Range, NaiveDate)> {
        let weekly = self.weekly.filter(|weekly| weekly.has(day)).map(|weekly| {
            let last = day + Days::new(7 * u64::from(weekly.weeks.get()));
            (Range::Weekly, last)
        });
        let monthly = self.monthly.filter(|monthly| monthly.on.has(day)).map(|monthly| {
            let last = day + Months::new(monthly.months.get());
            (Range::Monthly, last)
        });
        let yearly = self.yearly.filter(|yearly| yearly.has(day)).map(|yearly| {
            let last = day + Months::new(12 * yearly.years.get());
            (Range::Yearly, last)
        });
        [weekly, monthly, yearly].into_iter().flatten()
    }
}

/// The newest point that is good; the newest of all when none is.
fn last_good(points: &[PointFacts]) -> Option<usize> {
    (0..points.len()).max_by_key(|index| (points[*index].is_good, points[*index].taken_at, *index))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::policy::zone::tests::{Lisbon, instant};

    const NOW: &str = "2026-11-25T10:00:00Z";

    fn retention(json: &str) -> Retention {
        serde_json::from_str(json).unwrap()
    }

    fn point(taken_at: &str) -> PointFacts {
        let taken_at = instant(taken_at);
        PointFacts { taken_at, is_scheduled: true, chosen_until: None, is_held: false, is_good: true }
    }

    /// The newest of the item, so that no other is its last good one.
    fn newest() -> PointFacts {
        point("2026-11-25T09:00:00Z")
    }

    fn fates(json: &str, points: &[PointFacts]) -> Vec<Fate> {
        retention(json).keep(points, instant(NOW), &Lisbon).into_iter().map(|keeping| keeping.fate).collect()
    }

    fn fate(json: &str, point: PointFacts) -> Fate {
        fates(json, &[point, newest()])[0]
    }

    fn until(at: &str) -> Fate {
        Fate::Until { at: instant(at) }
    }

    fn expired(since: &str) -> Fate {
        Fate::Expired { since: instant(since) }
    }

    const GFS: &str = concat!(
        r#"{"daily_days":7,"weekly":{"weeks":4,"on":["Sunday"]},"#,
        r#""monthly":{"months":12,"on":{"by":"Week","weeks":["First"],"weekdays":["Sunday"]}},"#,
        r#""yearly":{"years":10,"in":["November"],"on":{"by":"Day","days":[1]}}}"#
    );

    #[test]
    fn should_keep_every_point_for_its_days() {
        let days = r#"{"daily_days":7}"#;
        assert_eq!(fate(days, point("2026-11-18T10:00:01Z")), until("2026-11-25T10:00:01Z"));
        assert_eq!(fate(days, point("2026-11-18T10:00:00Z")), expired("2026-11-25T10:00:00Z"));
    }

    #[test]
    fn should_count_days_by_the_local_clock() {
        // 02:07 in summer and in winter.
        assert_eq!(fate(r#"{"daily_days":60}"#, point("2026-10-20T01:07:00Z")), until("2026-12-19T02:07:00Z"));
    }

    #[test]
    fn should_keep_a_point_as_long_as_the_longest_of_its_ranges() {
        let keeping = retention(GFS).keep(&[point("2026-11-01T02:00:00Z"), newest()], instant(NOW), &Lisbon)[0];
        let at = |text: &str| Some(instant(text));
        let claims = Claims {
            daily: at("2026-11-08T02:00:00Z"),
            weekly: at("2026-11-29T23:59:59Z"),
            monthly: at("2027-11-01T23:59:59Z"),
            yearly: at("2036-11-01T23:59:59Z"),
        };
        assert_eq!(keeping, Keeping { claims, fate: until("2036-11-01T23:59:59Z") });
        let ranges: Vec<_> = keeping.claims.at(instant(NOW)).collect();
        assert_eq!(ranges, [Range::Weekly, Range::Monthly, Range::Yearly]);
    }

    #[test]
    fn should_tag_a_point_by_the_day_on_which_it_was_completed() {
        let sundays = r#"{"daily_days":7,"weekly":{"weeks":4,"on":["Sunday"]}}"#;
        let slipped = fates(
            sundays,
            &[point("2026-11-02T00:01:00Z"), point("2026-11-07T23:59:00Z"), point("2026-11-09T00:01:00Z"), newest()],
        );
        assert_eq!(slipped[1], expired("2026-11-14T23:59:00Z"));
        assert_eq!(
            slipped[2],
            until("2026-12-06T23:59:59Z"),
            "it stands in for Sunday the 8th, and is kept for its four weeks"
        );
    }

    #[test]
    fn should_let_go_what_no_range_wants() {
        let sundays = r#"{"weekly":{"weeks":4,"on":["Sunday"]}}"#;
        let points = [point("2026-11-22T02:00:00Z"), point("2026-11-23T02:00:00Z"), newest()];
        assert_eq!(fates(sundays, &points)[..2], [until("2026-12-20T23:59:59Z"), expired("2026-11-23T02:00:00Z")]);
    }

    #[test]
    fn should_keep_everything_without_a_range() {
        assert_eq!(fates("{}", &[point("1999-01-01T00:00:00Z"), newest()]), [Fate::NoEnd; 2]);
    }

    #[test]
    fn should_keep_what_was_chosen_for_one_point() {
        let days = r#"{"daily_days":7}"#;
        let chosen = Some(instant("2026-11-26T23:59:59Z"));
        assert_eq!(
            fate(days, PointFacts { chosen_until: chosen, ..point("2026-01-01T00:00:00Z") }),
            until("2026-11-26T23:59:59Z")
        );
        assert_eq!(
            fate(days, PointFacts { chosen_until: chosen, ..point("2026-11-24T00:00:00Z") }),
            until("2026-12-01T00:00:00Z")
        );
        assert_eq!(fate(days, PointFacts { is_held: true, ..point("2026-01-01T00:00:00Z") }), Fate::Held);
    }

    #[test]
    fn should_leave_points_of_backup_now_to_their_own_day() {
        let on_demand = PointFacts { is_scheduled: false, ..point("2026-11-22T02:00:00Z") };
        let chosen_until = Some(instant("2026-11-24T23:59:59Z"));
        assert_eq!(fate(GFS, PointFacts { chosen_until, ..on_demand }), expired("2026-11-24T23:59:59Z"));
        assert_eq!(fate(GFS, on_demand), Fate::NoEnd);
    }

    #[test]
    fn should_never_let_the_last_good_point_go() {
        let days = r#"{"daily_days":1}"#;
        let old = point("2026-01-01T00:00:00Z");
        assert_eq!(fates(days, &[old]), [Fate::LastGood]);
        let bad = PointFacts { is_good: false, ..point("2026-11-25T09:00:00Z") };
        assert_eq!(fates(days, &[old, bad]), [Fate::LastGood, until("2026-11-26T09:00:00Z")]);
        let only_bad =
            [PointFacts { is_good: false, ..old }, PointFacts { is_good: false, ..point("2026-01-02T00:00:00Z") }];
        assert_eq!(fates(days, &only_bad), [expired("2026-01-02T00:00:00Z"), Fate::LastGood]);
        let on_demand = PointFacts { is_scheduled: false, chosen_until: Some(instant("2026-01-03T00:00:00Z")), ..old };
        assert_eq!(fates(days, &[on_demand]), [Fate::LastGood]);
    }

    #[test]
    fn should_come_to_the_end_of_any_calendar() {
        let long = r#"{"daily_days":9999,"yearly":{"years":9999,"in":["January"],"on":{"by":"Day","days":[1]}}}"#;
        let ends = "9999-12-31T00:00:00Z";
        assert_eq!(fate(long, point("2026-01-01T00:00:00Z")), until(ends));
        for taken_at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC - TimeDelta::days(1)] {
            assert_eq!(fates(long, &[PointFacts { taken_at, ..newest() }]).len(), 1);
        }
    }
}

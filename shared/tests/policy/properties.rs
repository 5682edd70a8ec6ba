//! What holds for every schedule and every retention.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::sample::select;
use shared::policy::{Chosen, Count, Hourly, Interval, PointFacts, PolicyZone, Retention, Schedule, TimeOfDay, Zone};

use crate::clock::{self, Clock, FROM_YEARS, ZONES};
use crate::invented;

/// A moment in one of the spans of three years.
fn moments() -> impl Strategy<Value = DateTime<Utc>> {
    (select(&FROM_YEARS[..]), 0..3 * 365 * 24 * 60_i64)
        .prop_map(|(year, minute)| clock::new_year(year) + TimeDelta::minutes(minute))
}

/// The points of up to four hundred runs, and their zone.
fn histories() -> impl Strategy<Value = (Vec<PointFacts>, PolicyZone)> {
    (invented::schedules(), invented::zones(), moments(), invented::outcomes(), 1..400_usize).prop_map(
        |(schedule, zone, from, outcomes, many)| {
            let clock = clock::of(&zone);
            let runs: Vec<_> = schedule.runs_after(from, clock.as_ref()).take(many).collect();
            (invented::points(&runs, &outcomes), zone)
        },
    )
}

/// A moment after the oldest point, so far into the years after it.
fn moment(points: &[PointFacts], hours: i64) -> DateTime<Utc> {
    points.first().map_or(DateTime::UNIX_EPOCH, |point| point.taken_at) + TimeDelta::hours(hours)
}

fn kept(retention: &Retention, points: &[PointFacts], now: DateTime<Utc>, zone: &PolicyZone) -> BTreeSet<usize> {
    let fates = retention.keep(points, now, clock::of(zone).as_ref());
    fates.iter().enumerate().filter(|(_, keeping)| keeping.fate.is_kept()).map(|(index, _)| index).collect()
}

/// A retention that keeps no less: longer, with ranges that the other one has, too.
fn wider(retention: Retention, other: Retention) -> Retention {
    let longer = |count: Count, by: Count| count.max(by);
    let mut wide = retention;
    wide.daily_days = match (retention.daily_days, other.daily_days) {
        (Some(days), Some(by)) => Some(longer(days, by)),
        (one, another) => one.or(another),
    };
    if let (Some(weekly), Some(by)) = (&mut wide.weekly, other.weekly) {
        weekly.weeks = longer(weekly.weeks, by.weeks);
        weekly.on = Chosen::new(weekly.on.iter().chain(by.on.iter())).expect("one at least");
    }
    wide.weekly = wide.weekly.or(other.weekly);
    if let (Some(monthly), Some(by)) = (&mut wide.monthly, other.monthly) {
        monthly.months = longer(monthly.months, by.months);
    }
    wide.monthly = wide.monthly.or(other.monthly);
    if let (Some(yearly), Some(by)) = (&mut wide.yearly, other.yearly) {
        yearly.years = longer(yearly.years, by.years);
    }
    wide.yearly = wide.yearly.or(other.yearly);
    wide
}

proptest! {
    #[test]
    fn should_run_at_no_time_twice((schedule, zone, from) in (invented::schedules(), invented::zones(), moments())) {
        let clock = clock::of(&zone);
        let runs: Vec<_> = schedule.runs_after(from, clock.as_ref()).take(60).collect();
        prop_assert!(runs.len() == 60 && runs[0] > from);
        prop_assert!(runs.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn should_come_to_the_same_however_often_one_looks(
        (schedule, zone, from) in (invented::schedules(), invented::zones(), moments()),
        steps in proptest::collection::vec(0..3000_i64, 1..20),
    ) {
        let clock = clock::of(&zone);
        let (mut at, mut runs) = (from, Vec::new());
        for minutes in steps {
            let next = at + TimeDelta::minutes(minutes);
            let step = schedule.due_between(at, next, clock.as_ref());
            let due = schedule.due(at, next, clock.as_ref());
            let span = step.first().zip(step.last()).map(|(first, last)| (*first, *last, step.len()));
            prop_assert_eq!(due.map(|due| (due.since, due.due_at, due.missed + 1)), span);
            runs.extend(step);
            at = next;
        }
        prop_assert_eq!(&runs, &schedule.due_between(from, at, clock.as_ref()));
        let listed: Vec<_> = schedule.runs_after(from, clock.as_ref()).take_while(|run| *run <= at).collect();
        prop_assert_eq!(runs, listed);
    }

    #[test]
    fn should_run_once_on_every_day(zone in select(&ZONES[..]), minute in 0..24 * 60_u16, from in moments()) {
        let clock = Clock(zone);
        let daily = Schedule::Daily { at: TimeOfDay::new(minute / 60, minute % 60).unwrap() };
        for day in clock.date_at(from).iter_days().take(20) {
            let (start, end) = (clock.start_of(day), clock.start_of(day + Days::new(1)));
            let just_before = TimeDelta::seconds(1);
            let runs = daily.due_between(start - just_before, end - just_before, &clock).len();
            // A day that never was is made up for at the beginning of the next one.
            let after_none = clock.start_of(day - Days::new(1)) == start;
            let expected = if start == end { runs == 0 } else { runs == 1 || after_none && runs == 2 };
            prop_assert!(expected, "{} runs on {}", runs, day);
        }
    }

    #[test]
    fn should_never_be_silent_for_longer_than_the_interval(
        zone in select(&ZONES[..]),
        every in select(&[Interval::Minutes15, Interval::Minutes30][..]),
        minute in 0..24 * 60_u16,
        from in moments(),
    ) {
        let window = Hourly::new(every, TimeOfDay::new(minute / 60, minute % 60).unwrap(), 24).unwrap();
        let runs: Vec<_> = Schedule::Hourly(window).runs_after(from, &Clock(zone)).take(1500).collect();
        let longest = runs.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap();
        prop_assert_eq!(longest, TimeDelta::minutes(every.minutes().into()));
    }

    #[test]
    fn should_only_lose_points_with_time(
        (points, zone) in histories(),
        retention in invented::retentions(),
        hours in 0..40_000_i64,
        later in 0..40_000_i64,
    ) {
        let now = moment(&points, hours);
        let before = kept(&retention, &points, now, &zone);
        let after = kept(&retention, &points, now + TimeDelta::hours(later), &zone);
        prop_assert!(after.is_subset(&before));
    }

    #[test]
    fn should_keep_no_less_by_a_wider_retention(
        (points, zone) in histories(),
        (retention, other) in (invented::retentions(), invented::retentions()),
        hours in 0..40_000_i64,
    ) {
        // The step from no range at all to one is none to more.
        prop_assume!(!retention.keeps_everything());
        let now = moment(&points, hours);
        let narrow = kept(&retention, &points, now, &zone);
        prop_assert!(narrow.is_subset(&kept(&wider(retention, other), &points, now, &zone)));
    }

    #[test]
    fn should_always_keep_a_good_point_where_there_is_one(
        (points, zone) in histories(), retention in invented::retentions(), hours in 0..400_000_i64,
    ) {
        let kept = kept(&retention, &points, moment(&points, hours), &zone);
        prop_assert_eq!(kept.is_empty(), points.is_empty());
        prop_assert!(kept.iter().any(|index| points[*index].is_good) || points.iter().all(|point| !point.is_good));
    }

    /// What is removed on the way changes nothing: the points that are left at the end are those that the whole history would leave.
    #[test]
    fn should_keep_the_same_however_often_points_are_removed(
        (points, zone) in histories(),
        retention in invented::retentions(),
        steps in proptest::collection::vec(0..3000_i64, 1..12),
    ) {
        let mut now = moment(&points, 0) - TimeDelta::seconds(1);
        let mut left: Vec<PointFacts> = Vec::new();
        for hours in steps {
            let next = now + TimeDelta::hours(hours);
            left.extend(points.iter().filter(|point| now < point.taken_at && point.taken_at <= next));
            now = next;
            let kept = kept(&retention, &left, now, &zone);
            left = kept.into_iter().map(|index| left[index]).collect();
        }
        let there: Vec<_> = points.iter().copied().filter(|point| point.taken_at <= now).collect();
        let whole: Vec<_> = kept(&retention, &there, now, &zone).into_iter().map(|index| there[index]).collect();
        prop_assert_eq!(left, whole);
    }
}

//! Invented policies, and the points that they may have left.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use shared::policy::{
    Chosen, Count, DayBased, DayOfMonth, DaysOfMonth, Hourly, Interval, Member, Month, Monthly, PointFacts, PolicyZone,
    Retention, Schedule, TimeOfDay, UtcOffset, WeekBased, WeekOfMonth, Weekday, Weekly, Yearly, ZoneName,
};

use crate::clock::ZONES;

/// A zone's clock, or now and then a fixed one.
pub(crate) fn zones() -> impl Strategy<Value = PolicyZone> {
    let local = select(&ZONES[..]).prop_map(|zone| PolicyZone::Local(ZoneName::new(zone.name()).expect("a name")));
    let fixed = (-48..=56).prop_map(|quarters| PolicyZone::Fixed(UtcOffset::new(quarters * 15).expect("an offset")));
    prop_oneof![9 => local, 1 => fixed]
}

/// Any schedule, more often in the hours in which clocks change.
pub(crate) fn schedules() -> impl Strategy<Value = Schedule> {
    prop_oneof![
        5 => times().prop_map(|at| Schedule::Daily { at }),
        4 => (some(&Weekday::ALL), times()).prop_map(|(on, at)| Schedule::Weekly { on, at }),
        1 => windows().prop_map(Schedule::Hourly),
    ]
}

fn times() -> impl Strategy<Value = TimeOfDay> {
    prop_oneof![0..24 * 60_u16, 0..4 * 60_u16]
        .prop_map(|minute| TimeOfDay::new(minute / 60, minute % 60).expect("a time"))
}

fn windows() -> impl Strategy<Value = Hourly> {
    let any = (select(&Interval::ALL[..]), times(), 1..=Hourly::HOURS_MAX);
    any.prop_filter_map("a window that whole intervals fill", |(every, from, hours)| {
        Hourly::new(every, from, hours).ok()
    })
}

/// At least one of them.
fn some<T: Member + std::fmt::Debug>(all: &'static [T]) -> impl Strategy<Value = Chosen<T>> {
    subsequence(all, 1..=all.len()).prop_map(|members| Chosen::new(members).expect("one at least"))
}

/// Any retention, also without a range.
pub(crate) fn retentions() -> impl Strategy<Value = Retention> {
    let weekly = (counts(60, 1500), some(&Weekday::ALL)).prop_map(|(weeks, on)| Weekly { weeks, on });
    let monthly = (counts(40, 400), days()).prop_map(|(months, on)| Monthly { months, on });
    let yearly =
        (counts(12, 9999), some(&Month::ALL), days()).prop_map(|(years, months, on)| Yearly { years, months, on });
    (option::of(counts(60, 9999)), option::of(weekly), option::of(monthly), option::of(yearly))
        .prop_map(|(daily_days, weekly, monthly, yearly)| Retention { daily_days, weekly, monthly, yearly })
}

/// Mostly a number as people choose, now and then a large one, which ends before the data of the zones does or with the calendar.
fn counts(usual: u32, large: u32) -> impl Strategy<Value = Count> {
    prop_oneof![19 => 1..=usual, 1 => Just(large)].prop_map(|count| Count::new(count).expect("within the bounds"))
}

fn days() -> impl Strategy<Value = DaysOfMonth> {
    let by_week = (some(&WeekOfMonth::ALL), some(&Weekday::ALL))
        .prop_map(|(weeks, weekdays)| DaysOfMonth::Week(WeekBased { weeks, weekdays }));
    let numbers = vec(1..=DayOfMonth::MAX, 0..4).prop_map(|numbers| {
        let days = numbers.into_iter().map(|number| DayOfMonth::new(number).expect("a day"));
        Chosen::new(days).ok()
    });
    let by_day = (numbers, any::<bool>())
        .prop_filter_map("some day", |(days, last)| DayBased::new(days, last).ok().map(DaysOfMonth::Day));
    prop_oneof![by_week, by_day]
}

/// What may become of one run: nothing in one of twenty, else a point some time later, perhaps after midnight.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    of_100: u8,
    seconds: i64,
    days: i64,
}

/// As many outcomes as are gone through again and again.
pub(crate) fn outcomes() -> impl Strategy<Value = Vec<Outcome>> {
    let one =
        (0..100_u8, 0..5400_i64, 0..400_i64).prop_map(|(of_100, seconds, days)| Outcome { of_100, seconds, days });
    vec(one, 97)
}

/// The points that runs left, oldest first.
pub(crate) fn points(runs: &[DateTime<Utc>], outcomes: &[Outcome]) -> Vec<PointFacts> {
    let mut points: Vec<_> =
        runs.iter().zip(outcomes.iter().cycle()).filter_map(|(run, outcome)| point(*run, *outcome)).collect();
    points.sort_by_key(|point| point.taken_at);
    points
}

fn point(run: DateTime<Utc>, outcome: Outcome) -> Option<PointFacts> {
    let taken_at = run + TimeDelta::seconds(outcome.seconds);
    let usual = PointFacts { taken_at, is_scheduled: true, chosen_until: None, is_held: false, is_good: true };
    let chosen_until = Some(taken_at + TimeDelta::days(outcome.days));
    match outcome.of_100 {
        0..5 => None,
        5..10 => Some(PointFacts { is_scheduled: false, chosen_until, ..usual }),
        10..12 => Some(PointFacts { chosen_until, ..usual }),
        12..14 => Some(PointFacts { is_held: true, ..usual }),
        14..19 => Some(PointFacts { is_good: false, ..usual }),
        19 => Some(PointFacts { is_scheduled: false, ..usual }),
        _ => Some(usual),
    }
}

//! The same runs and the same kept points as an independent implementation has.

use chrono::{Days, TimeDelta};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use shared::policy::{Hourly, Interval, PolicyZone, Schedule, TimeOfDay, Zone, ZoneName};

use crate::clock::{self, Clock, FROM_YEARS, ZONES};
use crate::invented;
use crate::reckoned::{Case, agree_on};

/// So many policies are invented, the same each time.
const POLICIES: usize = 1000;

/// The points of a policy that are looked at: three years of daily ones, weeks of those that are taken every quarter of an hour.
const POINTS_MAX: usize = 1200;

/// A policy, three years of its runs, and what it keeps at two moments.
fn cases() -> impl Strategy<Value = Case> {
    let policy = (invented::schedules(), invented::retentions(), invented::zones());
    (policy, select(&FROM_YEARS[..]), invented::outcomes(), 0..1096_i64).prop_map(|(policy, year, outcomes, day)| {
        let (schedule, retention, zone) = policy;
        let (after, until) = (clock::new_year(year), clock::new_year(year + 3));
        let runs = schedule.due_between(after, until, clock::of(&zone).as_ref());
        let points = invented::points(&runs[runs.len().saturating_sub(POINTS_MAX)..], &outcomes);
        let nows = [after + TimeDelta::days(day) + TimeDelta::hours(5), until];
        Case::of_runs(schedule, zone, after, until).with_points(retention, points, &nows)
    })
}

#[test]
fn should_agree_with_dateutil_on_a_thousand_policies() {
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &[5; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let strategy = cases();
    let cases: Vec<_> = (0..POLICIES).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect();
    for zone in ZONES {
        assert!(cases.iter().any(|case| case.zone.to_string() == zone.name()), "{zone} was not tried");
    }
    let (runs, judged) = agree_on(&cases);
    eprintln!("{POLICIES} policies, {runs} runs, {judged} points judged");
}

#[test]
fn should_agree_with_dateutil_on_every_change_of_a_clock() {
    let cases: Vec<_> = ZONES
        .into_iter()
        .flat_map(|zone| FROM_YEARS.into_iter().flat_map(move |year| around_changes(zone, year)))
        .collect();
    let (runs, _) = agree_on(&cases);
    eprintln!("{} cases, {runs} runs", cases.len());
}

/// Daily before, in and after what is skipped or repeated, and every quarter of an hour, half of one, hour and two hours.
fn around_changes(zone: chrono_tz::Tz, year: i32) -> Vec<Case> {
    let name = PolicyZone::Local(ZoneName::new(zone.name()).expect("a name"));
    let mut cases = Vec::new();
    for change in clock::changes(zone, year) {
        let shown = Clock(zone).shows_at(change);
        let daily = (-4..=8).map(|quarters| {
            let at = (shown + TimeDelta::minutes(quarters * 15)).time();
            Schedule::Daily { at: TimeOfDay::try_from(at.to_string()[..5].to_owned()).expect("a time") }
        });
        let hourly = [Interval::Minutes15, Interval::Minutes30, Interval::Hours1, Interval::Hours2].map(|every| {
            let from = TimeOfDay::new(23, 30).expect("a time");
            Schedule::Hourly(Hourly::new(every, from, 24).expect("a whole day"))
        });
        let (after, until) = (change - Days::new(3), change + Days::new(3));
        cases.extend(daily.chain(hourly).map(|schedule| Case::of_runs(schedule, name.clone(), after, until)));
    }
    cases
}

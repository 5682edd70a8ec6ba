//! When a policy takes points.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::policy::{Chosen, PolicyRefused, TimeOfDay, Weekday};

/// When points are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "frequency", try_from = "Json")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Schedule {
    /// Several times a day.
    Hourly(Hourly),
    /// Once a day.
    Daily {
        /// At this time of the policy's zone.
        at: TimeOfDay,
    },
    /// Once on some days of each week.
    Weekly {
        /// On these days.
        #[cfg_attr(feature = "openapi", schema(value_type = Vec<Weekday>, min_items = 1))]
        on: Chosen<Weekday>,
        /// At this time of the policy's zone.
        at: TimeOfDay,
    },
}

/// Several times a day, within a window that opens every day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hourly {
    #[cfg_attr(feature = "openapi", schema(value_type = u32, example = 240))]
    every_minutes: Interval,
    from: TimeOfDay,
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 24))]
    hours: u32,
}

impl Hourly {
    /// The longest window, in hours.
    pub const HOURS_MAX: u32 = 24;

    /// Every so often from that time on for so many hours, which whole intervals fill. Both ends of the window are times of a run.
    pub fn new(every: Interval, from: TimeOfDay, hours: u32) -> Result<Self, PolicyRefused> {
        if !(1..=Self::HOURS_MAX).contains(&hours) {
            return Err(PolicyRefused::OutOfRange { min: 1, max: Self::HOURS_MAX });
        }
        if (hours * 60).is_multiple_of(every.minutes()) {
            Ok(Self { every_minutes: every, from, hours })
        } else {
            Err(PolicyRefused::BrokenWindow)
        }
    }

    /// How long after one run the next one is.
    pub const fn every(self) -> Interval {
        self.every_minutes
    }

    /// When the window opens.
    pub const fn from(self) -> TimeOfDay {
        self.from
    }

    /// How many hours later it closes.
    pub const fn hours(self) -> u32 {
        self.hours
    }

    /// The times of a window that opens on that day; the last ones may be of the day after.
    fn times(self, day: NaiveDate) -> Vec<NaiveDateTime> {
        let every = self.every_minutes.minutes();
        let first = self.from.on(day);
        (0..=self.hours * 60 / every).map(|n| first + TimeDelta::minutes(i64::from(n * every))).collect()
    }
}

/// How far apart the runs of an hourly schedule are; minutes in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Interval {
    Minutes15,
    Minutes30,
    Hours1,
    Hours2,
    Hours4,
    Hours6,
    Hours8,
    Hours12,
}

impl Interval {
    /// All of them, the shortest first.
    pub const ALL: [Self; 8] = [
        Self::Minutes15,
        Self::Minutes30,
        Self::Hours1,
        Self::Hours2,
        Self::Hours4,
        Self::Hours6,
        Self::Hours8,
        Self::Hours12,
    ];

    /// Its minutes.
    pub const fn minutes(self) -> u32 {
        match self {
            Self::Minutes15 => 15,
            Self::Minutes30 => 30,
            Self::Hours1 => 60,
            Self::Hours2 => 120,
            Self::Hours4 => 240,
            Self::Hours6 => 360,
            Self::Hours8 => 480,
            Self::Hours12 => 720,
        }
    }
}

impl TryFrom<u32> for Interval {
    type Error = PolicyRefused;

    fn try_from(minutes: u32) -> Result<Self, PolicyRefused> {
        Self::ALL.into_iter().find(|each| each.minutes() == minutes).ok_or(PolicyRefused::NoSuchInterval)
    }
}

impl From<Interval> for u32 {
    fn from(interval: Interval) -> u32 {
        interval.minutes()
    }
}

impl Schedule {
    /// The times that a clock shows when runs of that day's are due; those of an hourly schedule may reach into the day after.
    pub(super) fn times(&self, day: NaiveDate) -> Vec<NaiveDateTime> {
        match self {
            Self::Hourly(hourly) => hourly.times(day),
            Self::Daily { at } => vec![at.on(day)],
            Self::Weekly { on, at } if on.has(Weekday::of(day)) => vec![at.on(day)],
            Self::Weekly { .. } => Vec::new(),
        }
    }

    /// Whether a time that comes twice is one of two runs: when one silent hour would be longer than the interval.
    pub(super) fn runs_in_both_passes(&self) -> bool {
        matches!(self, Self::Hourly(hourly) if hourly.every() <= Interval::Hours1)
    }

    /// How many runs an ordinary day has; a weekly schedule's days have one.
    pub fn runs_a_day(&self) -> usize {
        // A window of a whole day closes when the next one opens.
        let is_of_day = |day: NaiveDate, time: NaiveDateTime| time < self.opens(day + Days::new(1));
        let day = NaiveDate::default();
        match self {
            Self::Hourly(_) => self.times(day).into_iter().filter(|time| is_of_day(day, *time)).count(),
            Self::Daily { .. } | Self::Weekly { .. } => 1,
        }
    }

    fn opens(&self, day: NaiveDate) -> NaiveDateTime {
        match self {
            Self::Hourly(hourly) => hourly.from.on(day),
            Self::Daily { at } | Self::Weekly { at, .. } => at.on(day),
        }
    }
}

/// The form in JSON. A tagged type would be read into a buffer, and an error in it would not name its field.
#[derive(Deserialize)]
struct Json {
    frequency: Frequency,
    at: Option<TimeOfDay>,
    on: Option<Chosen<Weekday>>,
    every_minutes: Option<Interval>,
    from: Option<TimeOfDay>,
    hours: Option<u32>,
}

#[derive(Deserialize)]
enum Frequency {
    Hourly,
    Daily,
    Weekly,
}

impl TryFrom<Json> for Schedule {
    type Error = String;

    fn try_from(json: Json) -> Result<Self, String> {
        let missing = |field: &str| format!("missing field `{field}`");
        let at = json.at.ok_or_else(|| missing("at"));
        match json.frequency {
            Frequency::Daily => Ok(Self::Daily { at: at? }),
            Frequency::Weekly => Ok(Self::Weekly { on: json.on.ok_or_else(|| missing("on"))?, at: at? }),
            Frequency::Hourly => {
                let every = json.every_minutes.ok_or_else(|| missing("every_minutes"))?;
                let from = json.from.ok_or_else(|| missing("from"))?;
                let hours = json.hours.ok_or_else(|| missing("hours"))?;
                Hourly::new(every, from, hours).map(Self::Hourly).map_err(|refused| refused.to_string())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hourly(every: u32, hours: u32) -> Result<Hourly, PolicyRefused> {
        Hourly::new(Interval::try_from(every)?, TimeOfDay::new(8, 0).unwrap(), hours)
    }

    #[test]
    fn should_read_and_write_its_json() {
        for json in [
            r#"{"frequency":"Daily","at":"02:00"}"#,
            r#"{"frequency":"Weekly","on":["Monday","Wednesday"],"at":"10:00"}"#,
            r#"{"frequency":"Hourly","every_minutes":240,"from":"08:00","hours":24}"#,
        ] {
            let schedule: Schedule = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&schedule).unwrap(), json);
        }
    }

    #[test]
    fn should_say_what_is_missing_or_wrong() {
        let refusal = |json: &str| serde_json::from_str::<Schedule>(json).unwrap_err().to_string();
        assert_eq!(refusal(r#"{"frequency":"Daily"}"#), "missing field `at`");
        assert_eq!(refusal(r#"{"frequency":"Weekly","at":"10:00"}"#), "missing field `on`");
        let broken = r#"{"frequency":"Hourly","every_minutes":240,"from":"08:00","hours":6}"#;
        assert_eq!(refusal(broken).parse(), Ok(PolicyRefused::BrokenWindow));
    }

    #[test]
    fn should_have_windows_that_whole_intervals_fill() {
        assert!(hourly(240, 24).is_ok() && hourly(15, 1).is_ok() && hourly(720, 12).is_ok());
        assert_eq!(hourly(240, 10), Err(PolicyRefused::BrokenWindow));
        assert_eq!(hourly(60, 0), Err(PolicyRefused::OutOfRange { min: 1, max: 24 }));
        assert_eq!(hourly(60, 25), Err(PolicyRefused::OutOfRange { min: 1, max: 24 }));
        assert_eq!(hourly(45, 24), Err(PolicyRefused::NoSuchInterval));
    }

    #[test]
    fn should_have_a_run_at_both_ends_of_its_window() {
        let runs = |every, hours| Schedule::Hourly(hourly(every, hours).unwrap()).runs_a_day();
        assert_eq!(runs(240, 12), 4, "08:00, 12:00, 16:00, 20:00");
        assert_eq!(runs(240, 24), 6, "the seventh is the next day's first");
        assert_eq!(runs(15, 24), 96);
    }
}

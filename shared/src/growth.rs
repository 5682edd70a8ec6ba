//! Growth: how full a vault's storage was day by day, and until when there is room.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// Fewer days than this say nothing of a trend.
pub const DAYS_MIN: usize = 7;
/// Storage that is full within so many days is worth a warning.
pub const SOON_DAYS: u64 = 60;
/// A day farther away than this is not foretold.
const DAYS_MAX: u64 = 730;

/// How full a vault's storage was on a day, at the last look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StorageSample {
    /// The day, in the server's zone.
    pub date: NaiveDate,
    /// What the vault's points took.
    pub stored_bytes: u64,
    /// What was used of the file system that they lie on, by whatever.
    pub used_bytes: u64,
    /// How large that file system was.
    pub capacity_bytes: u64,
}

/// Until when there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outlook", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Outlook {
    /// Too few days are known.
    Unknown,
    /// What is used does not grow.
    Steady,
    /// It grows, and there is room for more than two years.
    Distant {
        /// So fast.
        bytes_per_day: u64,
    },
    /// It grows, and is full one day.
    FullOn {
        /// The day.
        date: NaiveDate,
        /// So many days from the last sample.
        days: u64,
        /// So fast.
        bytes_per_day: u64,
    },
}

impl Outlook {
    /// Whether it is time to do something.
    pub const fn is_soon(&self) -> bool {
        matches!(self, Outlook::FullOn { days, .. } if *days <= SOON_DAYS)
    }
}

/// Until when there is room, from a sample a day at most, oldest first.
///
/// The growth is the median of the slopes between every two days: one day on which much was stored or deleted moves it little.
pub fn outlook(samples: &[StorageSample]) -> Outlook {
    let (Some(last), true) = (samples.last(), samples.len() >= DAYS_MIN) else { return Outlook::Unknown };
    let bytes_per_day = slope(samples);
    let Some(bytes_per_day) = u64::try_from(bytes_per_day).ok().filter(|growth| *growth > 0) else {
        return Outlook::Steady;
    };
    let days = last.capacity_bytes.saturating_sub(last.used_bytes) / bytes_per_day;
    match last.date.checked_add_days(Days::new(days)) {
        Some(date) if days <= DAYS_MAX => Outlook::FullOn { date, days, bytes_per_day },
        _ => Outlook::Distant { bytes_per_day },
    }
}

/// The median of the slopes between every two samples, in bytes a day.
fn slope(samples: &[StorageSample]) -> i128 {
    let mut slopes = Vec::new();
    for (place, early) in samples.iter().enumerate() {
        for late in &samples[place + 1..] {
            let days = i128::from((late.date - early.date).num_days());
            if days > 0 {
                slopes.push((i128::from(late.used_bytes) - i128::from(early.used_bytes)) / days);
            }
        }
    }
    slopes.sort_unstable();
    slopes.get(slopes.len() / 2).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was used on consecutive days, of a thousand bytes.
    fn of(used: &[u64]) -> Outlook {
        let first: NaiveDate = "2026-11-01".parse().unwrap();
        let sample = |(day, used): (u64, &u64)| StorageSample {
            date: first + Days::new(day),
            stored_bytes: 0,
            used_bytes: *used,
            capacity_bytes: 1000,
        };
        outlook(&(0..).zip(used).map(sample).collect::<Vec<_>>())
    }

    #[test]
    fn should_tell_the_day_that_it_is_full_on() {
        let date = "2026-12-01".parse().unwrap();
        let seen = of(&[700, 710, 720, 730, 740, 750, 760]);
        assert_eq!(seen, Outlook::FullOn { date, days: 24, bytes_per_day: 10 });
    }

    #[test]
    fn should_not_be_moved_by_one_day() {
        let Outlook::FullOn { bytes_per_day, .. } = of(&[100, 110, 120, 500, 140, 150, 160, 170]) else {
            panic!("it grows")
        };
        assert_eq!(bytes_per_day, 10);
    }

    #[test]
    fn should_say_nothing_of_too_few_days() {
        assert_eq!(of(&[]), Outlook::Unknown);
        assert_eq!(of(&[1, 2, 3, 4, 5, 6]), Outlook::Unknown);
    }

    #[test]
    fn should_fear_nothing_that_does_not_grow() {
        assert_eq!(of(&[500; 10]), Outlook::Steady);
        assert_eq!(of(&[900, 800, 700, 600, 500, 400, 300]), Outlook::Steady);
    }

    #[test]
    fn should_not_foretell_what_is_far_away() {
        assert_eq!(of(&[1, 2, 3, 4, 5, 6, 7]), Outlook::Distant { bytes_per_day: 1 });
        assert!(!Outlook::Distant { bytes_per_day: 1 }.is_soon());
    }

    #[test]
    fn should_warn_of_the_next_sixty_days() {
        let full_in = |days| Outlook::FullOn { date: NaiveDate::default(), days, bytes_per_day: 1 };
        assert!(full_in(0).is_soon() && full_in(60).is_soon() && !full_in(61).is_soon());
        assert_eq!(of(&[1000, 1001, 1002, 1003, 1004, 1005, 1006]), full_on("2026-11-07"));
    }

    fn full_on(date: &str) -> Outlook {
        Outlook::FullOn { date: date.parse().unwrap(), days: 0, bytes_per_day: 1 }
    }
}

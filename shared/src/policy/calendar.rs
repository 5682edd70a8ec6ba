//! What days of the calendar are chosen by.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::policy::{Member, PolicyRefused};

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All of them, Monday first.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// The one that a date is.
    pub fn of(date: NaiveDate) -> Self {
        Self::ALL[date.weekday().num_days_from_monday() as usize]
    }
}

impl Member for Weekday {
    fn position(self) -> u32 {
        self as u32
    }

    fn at(position: u32) -> Option<Self> {
        Self::ALL.get(position as usize).copied()
    }
}

/// Which of the Mondays, Tuesdays … of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub enum WeekOfMonth {
    First,
    Second,
    Third,
    Fourth,
    /// The fourth or the fifth.
    Last,
}

impl WeekOfMonth {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::First, Self::Second, Self::Third, Self::Fourth, Self::Last];

    /// Whether a date is that one of its weekday in its month.
    pub fn has(self, date: NaiveDate) -> bool {
        match self {
            Self::Last => date.day() + 7 > u32::from(date.num_days_in_month()),
            nth => (date.day() - 1) / 7 == nth as u32,
        }
    }
}

impl Member for WeekOfMonth {
    fn position(self) -> u32 {
        self as u32
    }

    fn at(position: u32) -> Option<Self> {
        Self::ALL.get(position as usize).copied()
    }
}

/// A day of a month by its number, 1 to 31. A shorter month has none of that number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = u32, example = 1))]
pub struct DayOfMonth(u32);

impl DayOfMonth {
    /// The greatest number of a day.
    pub const MAX: u32 = 31;

    /// The day of that number.
    pub const fn new(number: u32) -> Result<Self, PolicyRefused> {
        match number {
            1..=Self::MAX => Ok(Self(number)),
            _ => Err(PolicyRefused::OutOfRange { min: 1, max: Self::MAX }),
        }
    }

    /// Its number.
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for DayOfMonth {
    type Error = PolicyRefused;

    fn try_from(number: u32) -> Result<Self, PolicyRefused> {
        Self::new(number)
    }
}

impl From<DayOfMonth> for u32 {
    fn from(day: DayOfMonth) -> u32 {
        day.0
    }
}

impl Member for DayOfMonth {
    fn position(self) -> u32 {
        self.0 - 1
    }

    fn at(position: u32) -> Option<Self> {
        Self::new(position + 1).ok()
    }
}

/// A month of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub enum Month {
    January,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December,
}

impl Month {
    /// All of them, January first.
    pub const ALL: [Self; 12] = [
        Self::January,
        Self::February,
        Self::March,
        Self::April,
        Self::May,
        Self::June,
        Self::July,
        Self::August,
        Self::September,
        Self::October,
        Self::November,
        Self::December,
    ];

    /// The one that a date is in.
    pub fn of(date: NaiveDate) -> Self {
        Self::ALL[date.month0() as usize]
    }
}

impl Member for Month {
    fn position(self) -> u32 {
        self as u32
    }

    fn at(position: u32) -> Option<Self> {
        Self::ALL.get(position as usize).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn should_know_the_fourth_weekday_from_the_last() {
        let of = |day: &str| WeekOfMonth::ALL.into_iter().filter(|week| week.has(date(day))).collect::<Vec<_>>();
        assert_eq!(of("2026-11-01"), [WeekOfMonth::First]);
        assert_eq!(of("2026-11-08"), [WeekOfMonth::Second]);
        assert_eq!(of("2026-11-22"), [WeekOfMonth::Fourth], "November 2026 has five Sundays");
        assert_eq!(of("2026-11-29"), [WeekOfMonth::Last]);
        assert_eq!(of("2027-02-28"), [WeekOfMonth::Fourth, WeekOfMonth::Last]);
    }

    #[test]
    fn should_name_days_and_months_as_the_calendar_does() {
        assert_eq!(Weekday::of(date("2026-11-25")), Weekday::Wednesday);
        assert_eq!(Month::of(date("2026-11-25")), Month::November);
    }

    #[test]
    fn should_have_no_day_of_a_number_that_no_month_has() {
        for number in [0, 32, u32::MAX] {
            assert_eq!(DayOfMonth::new(number), Err(PolicyRefused::OutOfRange { min: 1, max: 31 }));
        }
    }
}

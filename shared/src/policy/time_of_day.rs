//! A time of day.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// A time of day, to the minute; `HH:MM` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, example = "02:00"))]
pub struct TimeOfDay(
    /// Minutes after midnight.
    u16,
);

/// The text is not a time of day between 00:00 and 23:59.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be a time of day as HH:MM")]
pub struct NotATimeOfDay;

impl TimeOfDay {
    /// The time so many hours and minutes after midnight.
    pub const fn new(hour: u16, minute: u16) -> Result<Self, NotATimeOfDay> {
        if hour < 24 && minute < 60 { Ok(Self(hour * 60 + minute)) } else { Err(NotATimeOfDay) }
    }

    /// Minutes after midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// That time on a day, as a clock shows it.
    pub fn on(self, day: NaiveDate) -> NaiveDateTime {
        day.and_time(NaiveTime::MIN) + TimeDelta::minutes(self.0.into())
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> String {
        time.to_string()
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = NotATimeOfDay;

    fn try_from(text: String) -> Result<Self, NotATimeOfDay> {
        let (hour, minute) = text.split_once(':').ok_or(NotATimeOfDay)?;
        let digits = |part: &str| match part.len() {
            2 if part.bytes().all(|b| b.is_ascii_digit()) => part.parse().map_err(|_| NotATimeOfDay),
            _ => Err(NotATimeOfDay),
        };
        Self::new(digits(hour)?, digits(minute)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_read_what_it_writes_and_nothing_else() {
        let time = TimeOfDay::new(2, 5).unwrap();
        assert_eq!(TimeOfDay::try_from(time.to_string()), Ok(time));
        for bad in ["24:00", "2:05", "02:60", "0205", "", "+2:05", "02:05:00"] {
            assert_eq!(TimeOfDay::try_from(bad.to_owned()), Err(NotATimeOfDay), "{bad}");
        }
    }
}

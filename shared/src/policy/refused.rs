//! Why a policy is refused.

use serde::{Deserialize, Serialize};

/// The rule of policies that a value breaks. The screen turns each variant into a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "rule")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PolicyRefused {
    /// A number outside its bounds.
    #[error("must be from {min} to {max}")]
    OutOfRange {
        /// The least.
        min: u32,
        /// The greatest.
        max: u32,
    },
    /// None of the days, weeks or months is chosen.
    #[error("must have at least one")]
    NothingChosen,
    /// Not one of the intervals that there are.
    #[error("must be 15, 30, 60, 120, 240, 360, 480 or 720 minutes")]
    NoSuchInterval,
    /// The window is not filled by whole intervals.
    #[error("must be so many hours that whole intervals fill them")]
    BrokenWindow,
    /// Neither the form of an IANA name nor a fixed offset.
    #[error("must be the name of a time zone, or UTC and an offset as in UTC+01:00")]
    NotAZone,
    /// Points of every day need the range by days, or no range at all.
    #[error("must be there when points are taken every day")]
    DailyNeeded,
    /// Points of a weekly schedule need the range by weeks, or no range at all.
    #[error("must be there when points are taken weekly")]
    WeeklyNeeded,
    /// A day on which the schedule takes points is not among those that are kept.
    #[error("must have all days of the schedule")]
    ScheduledDayMissing,
    /// The schedule takes no point on such a day.
    #[error("must have days of the schedule only")]
    NotAScheduledDay,
}

impl std::str::FromStr for PolicyRefused {
    type Err = ();

    /// Reads what `Display` writes: a refusal reaches the server's edge as the text of a serde error.
    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some((min, max)) = text.strip_prefix("must be from ").and_then(|text| text.split_once(" to ")) {
            let number = |text: &str| text.parse().map_err(|_| ());
            return Ok(Self::OutOfRange { min: number(min)?, max: number(max)? });
        }
        [
            Self::NothingChosen,
            Self::NoSuchInterval,
            Self::BrokenWindow,
            Self::NotAZone,
            Self::DailyNeeded,
            Self::WeeklyNeeded,
            Self::ScheduledDayMissing,
            Self::NotAScheduledDay,
        ]
        .into_iter()
        .find(|refused| refused.to_string() == text)
        .ok_or(())
    }
}

/// A rule that is broken, and the field that breaks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field} {refused}")]
pub struct FieldRefused {
    /// The field, by its path in the policy's JSON.
    pub field: &'static str,
    /// The rule.
    pub refused: PolicyRefused,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_read_what_it_writes() {
        for refused in [
            PolicyRefused::OutOfRange { min: 1, max: 9999 },
            PolicyRefused::NothingChosen,
            PolicyRefused::NoSuchInterval,
            PolicyRefused::BrokenWindow,
            PolicyRefused::NotAZone,
            PolicyRefused::DailyNeeded,
            PolicyRefused::WeeklyNeeded,
            PolicyRefused::ScheduledDayMissing,
            PolicyRefused::NotAScheduledDay,
        ] {
            assert_eq!(refused.to_string().parse(), Ok(refused));
        }
        for strange in ["", "must be from 1", "must be from a to b"] {
            assert_eq!(strange.parse::<PolicyRefused>(), Err(()), "{strange}");
        }
    }
}

//! Which days of a month count: by weekday, or by number (C-114).

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::policy::{Chosen, DayOfMonth, PolicyRefused, WeekOfMonth, Weekday};

/// The days of a month whose points count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", try_from = "Json")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DaysOfMonth {
    /// Week-based: "the first Sunday".
    Week(WeekBased),
    /// Day-based: "the 1st and the last day".
    Day(DayBased),
}

/// Each of these weekdays in each of these weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WeekBased {
    /// First to last.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<WeekOfMonth>, min_items = 1))]
    pub weeks: Chosen<WeekOfMonth>,
    /// Which weekdays.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Weekday>, min_items = 1))]
    pub weekdays: Chosen<Weekday>,
}

/// Days by their number, or the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayBased {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<DayOfMonth>>))]
    days: Option<Chosen<DayOfMonth>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "openapi", schema(required = false))]
    last: bool,
}

impl DayBased {
    /// These days and, if so, the last day of the month, whichever it is: at least one of them.
    pub fn new(days: Option<Chosen<DayOfMonth>>, last: bool) -> Result<Self, PolicyRefused> {
        if days.is_none() && !last { Err(PolicyRefused::NothingChosen) } else { Ok(Self { days, last }) }
    }

    /// The days by number.
    pub fn days(&self) -> Option<Chosen<DayOfMonth>> {
        self.days
    }

    /// Whether the last day of the month is one.
    pub fn has_last(&self) -> bool {
        self.last
    }
}

impl DaysOfMonth {
    /// Whether a date is one of them.
    pub fn has(&self, date: NaiveDate) -> bool {
        match self {
            Self::Week(based) => based.weekdays.has(Weekday::of(date)) && based.weeks.iter().any(|week| week.has(date)),
            Self::Day(based) => {
                let is_last = date.day() == u32::from(date.num_days_in_month());
                let by_number = |days: Chosen<DayOfMonth>| DayOfMonth::new(date.day()).is_ok_and(|day| days.has(day));
                based.days.is_some_and(by_number) || based.last && is_last
            }
        }
    }
}

/// The form in JSON. A tagged type would be read into a buffer, and an error in it would not name its field.
#[derive(Deserialize)]
struct Json {
    by: By,
    weeks: Option<Chosen<WeekOfMonth>>,
    weekdays: Option<Chosen<Weekday>>,
    days: Option<Chosen<DayOfMonth>>,
    #[serde(default)]
    last: bool,
}

#[derive(Deserialize)]
enum By {
    Week,
    Day,
}

impl TryFrom<Json> for DaysOfMonth {
    type Error = PolicyRefused;

    fn try_from(json: Json) -> Result<Self, PolicyRefused> {
        match json.by {
            By::Day => DayBased::new(json.days, json.last).map(Self::Day),
            By::Week => match (json.weeks, json.weekdays) {
                (Some(weeks), Some(weekdays)) => Ok(Self::Week(WeekBased { weeks, weekdays })),
                _ => Err(PolicyRefused::NothingChosen),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(json: &str) -> Vec<u32> {
        let days: DaysOfMonth = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&days).unwrap(), json);
        let first: NaiveDate = "2027-02-01".parse().unwrap();
        first.iter_days().take(28).filter(|date| days.has(*date)).map(|date| date.day()).collect()
    }

    #[test]
    fn should_be_week_based() {
        assert_eq!(days(r#"{"by":"Week","weeks":["First"],"weekdays":["Sunday"]}"#), [7]);
        assert_eq!(
            days(r#"{"by":"Week","weeks":["Third","Last"],"weekdays":["Wednesday","Thursday"]}"#),
            [17, 18, 24, 25]
        );
    }

    #[test]
    fn should_be_day_based() {
        assert_eq!(days(r#"{"by":"Day","days":[1,15]}"#), [1, 15]);
        assert_eq!(days(r#"{"by":"Day","last":true}"#), [28]);
        assert_eq!(days(r#"{"by":"Day","days":[30],"last":true}"#), [28]);
        assert_eq!(days(r#"{"by":"Day","days":[29,30,31]}"#), [0_u32; 0], "a month without the day has none");
    }

    #[test]
    fn should_choose_something() {
        for json in [
            r#"{"by":"Day"}"#,
            r#"{"by":"Day","days":[]}"#,
            r#"{"by":"Week","weeks":["First"]}"#,
            r#"{"by":"Day","days":[32]}"#,
        ] {
            assert!(serde_json::from_str::<DaysOfMonth>(json).is_err(), "{json}");
        }
    }
}

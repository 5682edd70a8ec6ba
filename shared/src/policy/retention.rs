//! How long a policy keeps points (`azure-backup.md` §2.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::policy::{Chosen, Count, DaysOfMonth, Month, Weekday};

/// How long a point of Backup now is kept unless another day is chosen (C-094): days from today.
pub const ON_DEMAND_DAYS: u32 = 30;

/// How long points are kept: by any of four ranges, by none for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Retention {
    /// Every point for so many days.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<u32>, required = false, minimum = 1, maximum = 9999))]
    pub daily_days: Option<Count>,
    /// The points of some weekdays for so many weeks.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(required = false))]
    pub weekly: Option<Weekly>,
    /// The points of some days of each month for so many months.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(required = false))]
    pub monthly: Option<Monthly>,
    /// The points of some days of each year for so many years.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(required = false))]
    pub yearly: Option<Yearly>,
}

/// The range by weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Weekly {
    /// For how many weeks.
    #[cfg_attr(feature = "openapi", schema(value_type = u32, minimum = 1, maximum = 9999))]
    pub weeks: Count,
    /// The points of which days.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Weekday>, min_items = 1))]
    pub on: Chosen<Weekday>,
}

/// The range by months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Monthly {
    /// For how many months.
    #[cfg_attr(feature = "openapi", schema(value_type = u32, minimum = 1, maximum = 9999))]
    pub months: Count,
    /// The points of which days.
    pub on: DaysOfMonth,
}

/// The range by years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Yearly {
    /// For how many years.
    #[cfg_attr(feature = "openapi", schema(value_type = u32, minimum = 1, maximum = 9999))]
    pub years: Count,
    /// In which months.
    #[serde(rename = "in")]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Month>, min_items = 1))]
    pub months: Chosen<Month>,
    /// The points of which days of them.
    pub on: DaysOfMonth,
}

/// A range of retention, the shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Range {
    /// By days.
    Daily,
    /// By weeks.
    Weekly,
    /// By months.
    Monthly,
    /// By years.
    Yearly,
}

/// What a sentence about a range says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeLine {
    /// "Every point for 30 days".
    Daily(Count),
    /// "Sunday's point for 12 weeks".
    Weekly(Weekly),
    /// "The point of the first Sunday for 12 months".
    Monthly(Monthly),
    /// "The point of 1 January for 7 years".
    Yearly(Yearly),
}

impl Retention {
    /// Every point for so many days.
    pub const fn days(days: Count) -> Self {
        Self { daily_days: Some(days), weekly: None, monthly: None, yearly: None }
    }

    /// Whether no range says when a point may go. Such a policy keeps everything.
    pub fn keeps_everything(&self) -> bool {
        self.lines().next().is_none()
    }

    /// Its ranges, the shortest first.
    pub fn lines(&self) -> impl Iterator<Item = RangeLine> {
        [
            self.daily_days.map(RangeLine::Daily),
            self.weekly.map(RangeLine::Weekly),
            self.monthly.map(RangeLine::Monthly),
            self.yearly.map(RangeLine::Yearly),
        ]
        .into_iter()
        .flatten()
    }
}

impl Weekly {
    /// Whether the points of a day are the range's.
    pub fn has(&self, date: NaiveDate) -> bool {
        self.on.has(Weekday::of(date))
    }
}

impl Yearly {
    /// Whether the points of a day are the range's.
    pub fn has(&self, date: NaiveDate) -> bool {
        self.months.has(Month::of(date)) && self.on.has(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_read_what_was_written_when_there_were_days_only() {
        let retention: Retention = serde_json::from_str(r#"{"daily_days":30}"#).unwrap();
        assert_eq!(retention, Retention::days(Count::new(30).unwrap()));
        assert_eq!(serde_json::to_string(&retention).unwrap(), r#"{"daily_days":30}"#);
    }

    #[test]
    fn should_read_and_write_every_range() {
        let json = concat!(
            r#"{"daily_days":7,"weekly":{"weeks":4,"on":["Sunday"]},"#,
            r#""monthly":{"months":12,"on":{"by":"Week","weeks":["First"],"weekdays":["Sunday"]}},"#,
            r#""yearly":{"years":10,"in":["January"],"on":{"by":"Day","days":[1],"last":true}}}"#
        );
        let retention: Retention = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&retention).unwrap(), json);
        assert_eq!(retention.lines().count(), 4);
    }

    #[test]
    fn should_name_the_field_that_is_refused() {
        let field = |json: &str| {
            let mut reader = serde_json::Deserializer::from_str(json);
            serde_path_to_error::deserialize::<_, Retention>(&mut reader).unwrap_err().path().to_string()
        };
        assert_eq!(field(r#"{"daily_days":0}"#), "daily_days");
        assert_eq!(field(r#"{"weekly":{"weeks":10000,"on":["Sunday"]}}"#), "weekly.weeks");
        assert_eq!(field(r#"{"weekly":{"weeks":1,"on":[]}}"#), "weekly.on");
        assert_eq!(field(r#"{"monthly":{"months":1,"on":{"by":"Day","days":[32]}}}"#), "monthly.on.days[0]");
        assert_eq!(field(r#"{"yearly":{"years":1,"in":["Luglio"],"on":{"by":"Day","days":[1]}}}"#), "yearly.in[0]");
    }

    #[test]
    fn should_keep_everything_when_no_range_is_chosen() {
        let empty: Retention = serde_json::from_str("{}").unwrap();
        assert!(empty.keeps_everything() && !Retention::days(Count::new(1).unwrap()).keeps_everything());
    }
}

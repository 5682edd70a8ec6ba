//! What a policy says: schedule, retention and clock that fit together.

use serde::{Deserialize, Serialize};

use crate::policy::{
    Chosen, DaysOfMonth, FieldRefused, PolicyRefused, PolicyZone, Retention, Schedule, WeekBased, Weekday,
};

/// Schedule, retention and clock of a policy, which fit together (`azure-backup.md` §2.2).
///
/// Every point that the schedule takes is wanted by a range: of an hourly or daily schedule by the range by days, of a weekly one by that by weeks,
/// which has all days of the schedule. Week-based months and years of a weekly schedule have days of the schedule only. A policy without
/// any range keeps everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Json")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Terms {
    schedule: Schedule,
    retention: Retention,
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "Europe/Stockholm"))]
    time_zone: PolicyZone,
}

impl Terms {
    /// These, when they fit together.
    pub fn new(schedule: Schedule, retention: Retention, time_zone: PolicyZone) -> Result<Self, FieldRefused> {
        if !retention.keeps_everything() {
            match schedule {
                Schedule::Hourly(_) | Schedule::Daily { .. } => fits_every_day(&retention)?,
                Schedule::Weekly { on, .. } => fits_days(&retention, on)?,
            }
        }
        Ok(Self { schedule, retention, time_zone })
    }

    /// When points are taken.
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// How long they are kept.
    pub fn retention(&self) -> &Retention {
        &self.retention
    }

    /// Whose clock both are meant by.
    pub fn time_zone(&self) -> &PolicyZone {
        &self.time_zone
    }
}

fn fits_every_day(retention: &Retention) -> Result<(), FieldRefused> {
    match retention.daily_days {
        Some(_) => Ok(()),
        None => Err(FieldRefused { field: "retention.daily_days", refused: PolicyRefused::DailyNeeded }),
    }
}

fn fits_days(retention: &Retention, scheduled: Chosen<Weekday>) -> Result<(), FieldRefused> {
    let Some(weekly) = retention.weekly else {
        return Err(FieldRefused { field: "retention.weekly", refused: PolicyRefused::WeeklyNeeded });
    };
    if !weekly.on.has_all(scheduled) {
        return Err(FieldRefused { field: "retention.weekly.on", refused: PolicyRefused::ScheduledDayMissing });
    }
    let chosen = [
        ("retention.weekly.on", Some(weekly.on)),
        ("retention.monthly.on.weekdays", retention.monthly.and_then(|monthly| weekdays(monthly.on))),
        ("retention.yearly.on.weekdays", retention.yearly.and_then(|yearly| weekdays(yearly.on))),
    ];
    for (field, days) in chosen {
        if days.is_some_and(|days| !scheduled.has_all(days)) {
            return Err(FieldRefused { field, refused: PolicyRefused::NotAScheduledDay });
        }
    }
    Ok(())
}

fn weekdays(days: DaysOfMonth) -> Option<Chosen<Weekday>> {
    match days {
        DaysOfMonth::Week(WeekBased { weekdays, .. }) => Some(weekdays),
        DaysOfMonth::Day(_) => None,
    }
}

#[derive(Deserialize)]
struct Json {
    schedule: Schedule,
    retention: Retention,
    time_zone: PolicyZone,
}

impl TryFrom<Json> for Terms {
    type Error = FieldRefused;

    fn try_from(json: Json) -> Result<Self, FieldRefused> {
        Self::new(json.schedule, json.retention, json.time_zone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAILY: &str = r#"{"frequency":"Daily","at":"02:00"}"#;
    const WEEKLY: &str = r#"{"frequency":"Weekly","on":["Monday","Thursday"],"at":"02:00"}"#;

    fn refused(schedule: &str, retention: &str) -> Option<(&'static str, PolicyRefused)> {
        let zone = PolicyZone::try_from("UTC".to_owned()).unwrap();
        let terms = Terms::new(serde_json::from_str(schedule).unwrap(), serde_json::from_str(retention).unwrap(), zone);
        terms.err().map(|error| (error.field, error.refused))
    }

    #[test]
    fn should_take_what_fits_together() {
        let monthly = r#""monthly":{"months":12,"on":{"by":"Week","weeks":["First"],"weekdays":["Thursday"]}}"#;
        assert_eq!(refused(DAILY, r#"{"daily_days":30,"weekly":{"weeks":4,"on":["Sunday"]}}"#), None);
        assert_eq!(
            refused(WEEKLY, &format!(r#"{{"weekly":{{"weeks":4,"on":["Monday","Thursday"]}},{monthly}}}"#)),
            None
        );
    }

    #[test]
    fn should_keep_everything_under_any_schedule() {
        assert_eq!((refused(DAILY, "{}"), refused(WEEKLY, "{}")), (None, None));
    }

    #[test]
    fn should_want_every_point_of_the_schedule() {
        let sundays = r#"{"weekly":{"weeks":4,"on":["Sunday"]}}"#;
        assert_eq!(refused(DAILY, sundays), Some(("retention.daily_days", PolicyRefused::DailyNeeded)));
        assert_eq!(refused(WEEKLY, r#"{"daily_days":7}"#), Some(("retention.weekly", PolicyRefused::WeeklyNeeded)));
        let mondays = r#"{"weekly":{"weeks":4,"on":["Monday"]}}"#;
        assert_eq!(refused(WEEKLY, mondays), Some(("retention.weekly.on", PolicyRefused::ScheduledDayMissing)));
    }

    #[test]
    fn should_not_choose_days_that_have_no_point() {
        let weekly = r#""weekly":{"weeks":4,"on":["Monday","Thursday"]}"#;
        let sunday = r#"{"by":"Week","weeks":["Last"],"weekdays":["Sunday"]}"#;
        let monthly = format!(r#"{{{weekly},"monthly":{{"months":1,"on":{sunday}}}}}"#);
        let yearly = format!(r#"{{{weekly},"yearly":{{"years":1,"in":["May"],"on":{sunday}}}}}"#);
        let refusal = PolicyRefused::NotAScheduledDay;
        assert_eq!(refused(WEEKLY, &monthly), Some(("retention.monthly.on.weekdays", refusal)));
        assert_eq!(refused(WEEKLY, &yearly), Some(("retention.yearly.on.weekdays", refusal)));
        let more = r#"{"weekly":{"weeks":4,"on":["Monday","Thursday","Sunday"]}}"#;
        assert_eq!(refused(WEEKLY, more), Some(("retention.weekly.on", refusal)));
    }

    #[test]
    fn should_be_held_in_json_only_when_it_fits() {
        let json = format!(r#"{{"schedule":{DAILY},"retention":{{"daily_days":30}},"time_zone":"Europe/Stockholm"}}"#);
        let terms: Terms = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&terms).unwrap(), json);
        let unfit = json.replace(r#""daily_days":30"#, r#""weekly":{"weeks":4,"on":["Sunday"]}"#);
        assert!(serde_json::from_str::<Terms>(&unfit).unwrap_err().to_string().contains("retention.daily_days"));
    }
}

//! Backup policies. Every vault has the default one from its beginning.

pub mod api;
mod store;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use shared::id::{PolicyId, VaultId};
use shared::policy::{Count, DEFAULT_POLICY, Policy, Retention, Schedule, TimeOfDay};
use uuid::Uuid;

use crate::app::App;
use crate::db::Tx;
use crate::error::Result;

pub use store::{by_id, of_vault};

/// The default policy's days of retention (F30).
const DAYS: u32 = 30;

/// Adds the default policy to a new vault: daily at two in the morning, kept for thirty days.
pub async fn add_default(tx: &mut Tx, app: &App, vault_id: VaultId) -> Result<()> {
    let at = TimeOfDay::new(2, 0).map_err(anyhow::Error::new)?;
    let days = Count::new(DAYS).map_err(anyhow::Error::new)?;
    let policy = Policy {
        id: PolicyId::new(Uuid::now_v7()),
        vault_id,
        name: DEFAULT_POLICY.to_owned(),
        schedule: Schedule::Daily { at },
        retention: Retention::days(days),
        time_zone: app.config.time_zone.name().to_owned(),
        items: 0,
    };
    store::insert(tx, &policy).await
}

/// Adds a policy that a connected vault brings. Answers its id, which is another one where that one is taken.
pub async fn add(tx: &mut Tx, mut policy: Policy) -> Result<PolicyId> {
    if store::by_id(tx, policy.id).await?.is_some() {
        policy.id = PolicyId::new(Uuid::now_v7());
    }
    store::insert(tx, &policy).await?;
    Ok(policy.id)
}

/// The first instant of that day where the clock of the zone stands.
pub fn start_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    // A clock that is put forward at midnight has no such instant: the first one after it is an hour later.
    [0, 1, 2, 3]
        .into_iter()
        .find_map(|hours| (midnight + TimeDelta::hours(hours)).and_local_timezone(zone).earliest())
        .map_or_else(|| midnight.and_utc(), |start| start.with_timezone(&Utc))
}

/// The last instant of that day where the policy's clock stands: what "kept until that day" means.
pub fn end_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    start_of_day(day + TimeDelta::days(1), zone) - TimeDelta::seconds(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(day: &str, zone: Tz) -> String {
        end_of_day(day.parse().unwrap(), zone).to_rfc3339()
    }

    #[test]
    fn should_end_the_day_by_the_policys_clock() {
        assert_eq!(end("2026-12-20", Tz::UTC), "2026-12-20T23:59:59+00:00");
        assert_eq!(end("2026-12-20", Tz::Europe__Stockholm), "2026-12-20T22:59:59+00:00");
        assert_eq!(end("2026-07-20", Tz::Europe__Stockholm), "2026-07-20T21:59:59+00:00");
    }

    #[test]
    fn should_end_the_day_before_a_midnight_that_does_not_exist() {
        // In Santiago the clock goes from 24:00 on 5 September 2026 to 01:00.
        assert_eq!(end("2026-09-05", Tz::America__Santiago), "2026-09-06T03:59:59+00:00");
    }
}

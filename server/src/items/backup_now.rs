//! Backup now: a job that takes a recovery point, kept to the end of a chosen day.

use chrono::{TimeDelta, Utc};
use chrono_tz::Tz;
use shared::audit::Action;
use shared::event::Topic;
use shared::id::{ItemId, RecoveryPointId};
use shared::item::{BackupNow, ProtectionState};
use shared::job::Job;
use shared::policy::ON_DEMAND_DAYS;
use shared::problem::{Code, FieldReason, Problem};
use uuid::Uuid;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::items::store;
use crate::jobs::{self, NewJob, Parameters};
use crate::{audit, policies};

/// A day further off is a slip of the pen (C-113: at most 99 years).
const YEARS_MAX: i64 = 99;

/// Queues the backup. One backup of an item at a time; the day is one of the policy's own clock and not past.
pub(super) async fn backup_now(app: &App, principal: &Principal, id: ItemId, request: BackupNow) -> Result<Job> {
    let mut tx = app.db.begin().await?;
    let now = app.clock.now();
    let row = store::by_id(&mut tx, id, now).await?.ok_or(Code::NotFound)?;
    principal.on(row.place)?;
    let item = row.record;
    if item.state == ProtectionState::ProtectionStopped {
        return Err(Code::UserErrorBcmDatasourceNotPresent.into());
    }
    let zone: Tz = item.policy.time_zone.parse().unwrap_or(Tz::UTC);
    let today = now.with_timezone(&zone).date_naive();
    let day = request.retain_until.unwrap_or(today + TimeDelta::days(i64::from(ON_DEMAND_DAYS)));
    if day < today {
        return Err(Problem::new(Code::RetainUntilInPast).at("retain_until", FieldReason::InPast).into());
    }
    if day > today + TimeDelta::days(366 * YEARS_MAX) {
        return Err(Problem::new(Code::InvalidInput).at("retain_until", FieldReason::Refused).into());
    }
    let expires_at = policies::end_of_day(day, zone).with_timezone(&Utc);
    let new = NewJob {
        item_id: Some(id),
        recovery_point_id: Some(RecoveryPointId::new(Uuid::now_v7())),
        ..NewJob::new(Parameters::Backup { expires_at }, &item.machine.name, row.place, &principal.name)
    };
    let job = jobs::enqueue(&mut tx, app, &new).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::ItemBackupNow, (item.machine.name.as_str(), id.uuid()))
        .await?;
    let answer = jobs::get(&mut tx, job).await?.ok_or(Code::NotFound)?.record;
    tx.commit().await?;
    jobs::announce(app, job);
    app.events.changed(Topic::Items, id.uuid());
    Ok(answer)
}

//! The rows of days and of how full the storage was.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use shared::day::{DayCounts, DayEvidence, DayState};
use shared::growth::StorageSample;
use shared::history::VaultDay;
use shared::id::{ItemId, JobId, VaultId};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::db::{Columns as _, Statement, bytes, millis};
use crate::error::Result;
use crate::history::Noted;
use crate::locations::Room;

/// So far before a day lies the oldest point that can keep it from being overdue, in whole days.
pub(super) const LOOKBACK: TimeDelta = TimeDelta::days(2);

/// The setting that says that the days before the first start were filled.
const FILLED: &str = "history.filled";

const fn state_word(state: DayState) -> &'static str {
    match state {
        DayState::Failed => "Failed",
        DayState::Warning => "Warning",
        DayState::Overdue | DayState::Pending | DayState::Completed | DayState::NotDue => "Completed",
    }
}

/// The zone of the item's policy.
pub(super) async fn zone_of(connection: &mut AnyConnection, item: ItemId) -> Result<Option<String>> {
    let row = sqlx::query(
        "select policies.time_zone from items join policies on policies.id = items.policy_id where items.id = $1",
    )
    .bind(item.to_string())
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| row.text("time_zone")).transpose()?)
}

/// The zones of all policies.
pub(super) async fn zones(connection: &mut AnyConnection) -> Result<Vec<String>> {
    let rows = sqlx::query("select distinct time_zone from policies").fetch_all(connection).await?;
    Ok(rows.iter().map(|row| row.text("time_zone")).collect::<sqlx::Result<_>>()?)
}

/// For each vault that has items the first day that is worth judging: in no zone is it later than the day that the first was enabled on.
pub(super) async fn first_days(connection: &mut AnyConnection) -> Result<HashMap<VaultId, NaiveDate>> {
    let rows = sqlx::query("select vault_id, min(created_at) as first_at from items group by vault_id");
    let first = |row: &AnyRow| Ok((row.parsed("vault_id")?, (row.time("first_at")? - TimeDelta::days(1)).date_naive()));
    Ok(rows.fetch_all(connection).await?.iter().map(first).collect::<sqlx::Result<_>>()?)
}

/// Adds what a backup came to, to its day. The worst stays, and its job; of two alike the newer job.
pub(super) async fn note(
    connection: &mut AnyConnection,
    noted: &Noted,
    (state, date): (DayState, NaiveDate),
) -> Result<()> {
    let keeps = "(item_days.status = 'Failed' and excluded.status <> 'Failed')
                 or (item_days.status = 'Warning' and excluded.status = 'Completed')";
    sqlx::query(sqlx::AssertSqlSafe(format!(
        "insert into item_days (item_id, day, status, job_id, new_bytes, point_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (item_id, day) do update set
            status = case when {keeps} then item_days.status else excluded.status end,
            job_id = case when {keeps} then item_days.job_id else excluded.job_id end,
            new_bytes = item_days.new_bytes + excluded.new_bytes,
            point_at = coalesce(excluded.point_at, item_days.point_at)"
    )))
    .bind(noted.item_id.to_string())
    .bind(date.to_string())
    .bind(state_word(state))
    .bind(noted.job_id.to_string())
    .bind(bytes(noted.point.map_or(0, |(_, new_bytes)| new_bytes)))
    .bind(noted.point.map(|(at, _)| millis(at)))
    .execute(connection)
    .await?;
    Ok(())
}

/// Days of the item's vault from this one on are to be counted again.
pub(super) async fn reopen(connection: &mut AnyConnection, item: ItemId, from: NaiveDate) -> Result<()> {
    sqlx::query("delete from vault_days where vault_id = (select vault_id from items where id = $1) and day >= $2")
        .bind(item.to_string())
        .bind(from.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// What an item's backups came to on a day.
pub(super) struct DayRow {
    pub(super) date: NaiveDate,
    pub(super) state: DayState,
    pub(super) job_id: JobId,
    pub(super) new_bytes: u64,
    pub(super) point_at: Option<DateTime<Utc>>,
}

fn day_row(row: &AnyRow) -> sqlx::Result<DayRow> {
    Ok(DayRow {
        date: row.parsed("day")?,
        state: row.word("status")?,
        job_id: row.parsed("job_id")?,
        new_bytes: row.unsigned("new_bytes")?,
        point_at: row.time_opt("point_at")?,
    })
}

/// An item's days from this one on, oldest first.
pub(super) async fn of_item(connection: &mut AnyConnection, item: ItemId, from: NaiveDate) -> Result<Vec<DayRow>> {
    Ok(of_items(connection, &[item], from).await?.remove(&item).unwrap_or_default())
}

/// What was noted of the days of items from one on, oldest first.
pub(super) async fn of_items(
    connection: &mut AnyConnection,
    items: &[ItemId],
    from: NaiveDate,
) -> Result<HashMap<ItemId, Vec<DayRow>>> {
    let mut select = Statement::default();
    select.push("select * from item_days where item_id").within(items);
    select.push(" and day >= ").text(from.to_string()).push(" order by day");
    let mut days: HashMap<ItemId, Vec<DayRow>> = HashMap::new();
    for row in select.fetch_all(connection).await? {
        days.entry(row.parsed("item_id")?).or_default().push(day_row(&row)?);
    }
    Ok(days)
}

/// An item on a day.
pub(super) struct OnDay {
    pub(super) vault_id: VaultId,
    pub(super) zone: String,
    pub(super) enabled_at: DateTime<Utc>,
    pub(super) evidence: DayEvidence,
    pub(super) new_bytes: u64,
}

/// Every item, or every one of a vault, on a day.
pub(super) async fn on_day(
    connection: &mut AnyConnection,
    date: NaiveDate,
    only: Option<VaultId>,
) -> Result<Vec<OnDay>> {
    let rows = sqlx::query(
        "select items.vault_id, items.created_at, policies.time_zone, today.status, today.new_bytes,
                (select max(earlier.point_at) from item_days earlier
                 where earlier.item_id = items.id and earlier.day between $2 and $1) as point_at
         from items
         join policies on policies.id = items.policy_id
         left join item_days today on today.item_id = items.id and today.day = $1
         where items.stopped_at is null and ($3 = '' or items.vault_id = $3)",
    )
    .bind(date.to_string())
    .bind((date - LOOKBACK).to_string())
    .bind(only.map(|id| id.to_string()).unwrap_or_default())
    .fetch_all(connection)
    .await?;
    let item = |row: &AnyRow| {
        Ok(OnDay {
            vault_id: row.parsed("vault_id")?,
            zone: row.text("time_zone")?,
            enabled_at: row.time("created_at")?,
            evidence: DayEvidence { ended: row.word_opt("status")?, newest_point_at: row.time_opt("point_at")? },
            new_bytes: row.number_opt("new_bytes")?.map_or(0, |bytes| u64::try_from(bytes).unwrap_or(0)),
        })
    };
    Ok(rows.iter().map(item).collect::<sqlx::Result<_>>()?)
}

/// The days that are counted, from one to another.
pub(super) async fn closed(
    connection: &mut AnyConnection,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<HashMap<(VaultId, NaiveDate), VaultDay>> {
    let rows = sqlx::query("select * from vault_days where day between $1 and $2")
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(connection)
        .await?;
    let day = |row: &AnyRow| {
        let items = DayCounts {
            failed: row.unsigned("failed")?,
            overdue: row.unsigned("overdue")?,
            warning: row.unsigned("warning")?,
            pending: row.unsigned("pending")?,
            completed: row.unsigned("completed")?,
        };
        let key = (row.parsed("vault_id")?, row.parsed("day")?);
        Ok((key, VaultDay { items, new_bytes: row.unsigned("new_bytes")? }))
    };
    Ok(rows.iter().map(day).collect::<sqlx::Result<_>>()?)
}

/// Keeps the count of a vault's day.
pub(super) async fn close(
    connection: &mut AnyConnection,
    (vault, date): (VaultId, NaiveDate),
    day: VaultDay,
) -> Result<()> {
    sqlx::query(
        "insert into vault_days (vault_id, day, failed, overdue, warning, pending, completed, new_bytes)
         select id, $2, $3, $4, $5, $6, $7, $8 from vaults where id = $1
         on conflict (vault_id, day) do nothing",
    )
    .bind(vault.to_string())
    .bind(date.to_string())
    .bind(bytes(day.items.failed))
    .bind(bytes(day.items.overdue))
    .bind(bytes(day.items.warning))
    .bind(bytes(day.items.pending))
    .bind(bytes(day.items.completed))
    .bind(bytes(day.new_bytes))
    .execute(connection)
    .await?;
    Ok(())
}

/// Keeps how full a vault's storage is as the last look of the day.
pub(super) async fn sample(connection: &mut AnyConnection, vault: VaultId, date: NaiveDate, room: Room) -> Result<()> {
    sqlx::query(
        "insert into vault_storage (vault_id, day, stored_bytes, used_bytes, capacity_bytes)
         select id, $2, coalesce((select stored_bytes from vault_points where vault_id = $1), 0), $3, $4
         from vaults where id = $1
         on conflict (vault_id, day) do update set
            stored_bytes = excluded.stored_bytes, used_bytes = excluded.used_bytes, capacity_bytes = excluded.capacity_bytes",
    )
    .bind(vault.to_string())
    .bind(date.to_string())
    .bind(bytes(room.capacity_bytes.saturating_sub(room.free_bytes)))
    .bind(bytes(room.capacity_bytes))
    .execute(connection)
    .await?;
    Ok(())
}

/// How full the storage of vaults was, oldest first.
pub(super) async fn samples(
    connection: &mut AnyConnection,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<(VaultId, StorageSample)>> {
    let rows = sqlx::query("select * from vault_storage where day between $1 and $2 order by day")
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(connection)
        .await?;
    let sample = |row: &AnyRow| {
        let sample = StorageSample {
            date: row.parsed("day")?,
            stored_bytes: row.unsigned("stored_bytes")?,
            used_bytes: row.unsigned("used_bytes")?,
            capacity_bytes: row.unsigned("capacity_bytes")?,
        };
        Ok((row.parsed("vault_id")?, sample))
    };
    Ok(rows.iter().map(sample).collect::<sqlx::Result<_>>()?)
}

/// Marks the days of before as filled; `false` when they were.
pub(super) async fn mark_filled(connection: &mut AnyConnection) -> Result<bool> {
    let marked = sqlx::query("insert into settings (key, value) values ($1, '') on conflict (key) do nothing")
        .bind(FILLED)
        .execute(connection)
        .await?;
    Ok(marked.rows_affected() == 1)
}

/// Backups that ended since, oldest first.
pub(super) async fn ended_backups(connection: &mut AnyConnection, since: DateTime<Utc>) -> Result<Vec<Noted>> {
    let rows = sqlx::query(
        "select jobs.id, jobs.item_id, jobs.status, jobs.finished_at, points.taken_at, points.new_bytes
         from jobs left join recovery_points points on points.id = jobs.recovery_point_id
         where jobs.finished_at >= $1 and jobs.kind = 'Backup' and jobs.item_id is not null
         order by jobs.finished_at",
    )
    .bind(millis(since))
    .fetch_all(connection)
    .await?;
    let noted = |row: &AnyRow| {
        let taken_at = row.time_opt("taken_at")?;
        let new_bytes = row.number_opt("new_bytes")?.map_or(0, |bytes| u64::try_from(bytes).unwrap_or(0));
        Ok(Noted {
            item_id: row.parsed("item_id")?,
            job_id: row.parsed("id")?,
            status: row.word("status")?,
            at: row.time("finished_at")?,
            point: taken_at.map(|at| (at, new_bytes)),
        })
    };
    Ok(rows.iter().map(noted).collect::<sqlx::Result<_>>()?)
}

//! How machines are: counted by state, and a few of each by name.

use chrono::{DateTime, Utc};
use shared::health::{Health, RPO};
use shared::id::VaultId;
use shared::item::LastBackup;
use shared::overview::{LastFailure, MachineCounts, MachineHealth, NAMED_MAX};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::auth::Principal;
use crate::db::{Columns as _, Statement, count};
use crate::error::Result;
use crate::items;

/// The newest point of the item in a row.
const NEWEST: &str = "(select max(taken_at) from recovery_points where item_id = items.id)";

/// How the machines are that the principal may see, or those in one vault; and a few of each state by name, the longest overdue first.
///
/// Machines that are gone and that no policy covers are nobody's concern.
pub(super) async fn machines(
    connection: &mut AnyConnection,
    (principal, only): (&Principal, Option<VaultId>),
    now: DateTime<Utc>,
) -> Result<(MachineCounts, Vec<MachineHealth>)> {
    let overdue = items::rank_of(Health::Overdue);
    let mut found = Statement::default();
    // What is sorted is narrow: everything else is read of those that are named alone.
    found.push(&format!(
        "with standing as (
             select machines.id, machines.name_key, case when items.id is null then '{unprotected}' else {rank} end as state,
                    coalesce({NEWEST}, items.created_at) as since
             from machines left join items on items.machine_id = machines.id
             where (machines.missing_since is null or items.id is not null) and ",
        unprotected = UNPROTECTED,
        rank = items::health_rank(now),
    ));
    principal.only_seen(&mut found, "machines.resource_group_id", "items.vault_id");
    if let Some(vault) = only {
        found.push(" and items.vault_id = ").text(vault.to_string());
    }
    found.push(&format!(
        "), placed as (
             select id, state, count(*) over (partition by state) as alike,
                    row_number() over (partition by state order by case when state = '{overdue}' then since else 0 end, name_key, id) as place
             from standing)
         select placed.alike, machines.id as machine_id, machines.name, items.id as item_id, items.stopped_at, items.last_status, items.last_finished_at,
                items.last_code, items.last_job_id, items.created_at, {NEWEST} as newest_at, judged.damaged_at
         from placed join machines on machines.id = placed.id left join items on items.machine_id = machines.id
              left join recovery_points judged on judged.id = items.verdict_point_id
         where placed.place <= "
    ));
    found.number(count(NAMED_MAX)).push(" order by placed.place");
    let mut counts = MachineCounts::default();
    let mut named = Vec::new();
    for row in found.fetch_all(connection).await? {
        let machine = machine(&row, now)?;
        *counts.of_mut(machine.health) = row.unsigned("alike")?;
        named.push(machine);
    }
    named.sort_by_key(|machine| MachineCounts::STATES.iter().position(|state| *state == machine.health));
    Ok((counts, named))
}

/// The state of a machine in no policy, beside the ranks of items.
const UNPROTECTED: &str = "6";

fn machine(row: &AnyRow, now: DateTime<Utc>) -> sqlx::Result<MachineHealth> {
    let (item_id, newest_point_at) = (row.parsed_opt("item_id")?, row.time_opt("newest_at")?);
    let (mut health, mut failure, mut overdue_hours) = (None, None, None);
    if item_id.is_some() {
        let (last_backup, created_at) = (items::last_backup(row)?, row.time("created_at")?);
        let is = items::health(row, now)?;
        let late = now - newest_point_at.unwrap_or(created_at) - RPO;
        overdue_hours = (is == Health::Overdue).then(|| late.num_hours().unsigned_abs());
        if let LastBackup::Failed { at, code, .. } = last_backup {
            failure = Some(LastFailure { at, code });
        }
        health = Some(is);
    }
    let (machine_id, name) = (row.parsed("machine_id")?, row.text("name")?);
    Ok(MachineHealth { machine_id, name, item_id, health, overdue_hours, failure, newest_point_at })
}

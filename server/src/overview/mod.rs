//! The overview: every machine's health, what runs, what is stored.

pub mod api;

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use shared::health::{Health, RPO};
use shared::id::VaultId;
use shared::overview::{MachineHealth, Overview, VaultUsage};
use shared::vault::{JobCounts, VaultRef};

use crate::app::App;
use crate::auth::{Place, Principal};
use crate::db::Connection;
use crate::error::Result;
use crate::{hosts, items, jobs, machines, vaults};

/// At most so many running jobs are shown.
const ACTIVE_SHOWN: usize = 20;

/// What the principal may see of everything, or of what belongs to one vault.
async fn overview(app: &App, principal: &Principal, only: Option<VaultId>) -> Result<Overview> {
    let now = app.clock.now();
    let is_visible = |place: Place| principal.sees(place) && only.is_none_or(|vault| place.vault == Some(vault));
    let mut connection = app.db.read().await?;
    let machines = machine_health(&mut connection, is_visible, now).await?;
    let mut active_jobs = jobs::active(&mut connection).await?;
    active_jobs.retain(|job| is_visible(job.place));
    let hosts = hosts::count(&mut connection).await?;
    let rows = vaults::list(&mut connection, (String::new(), 500)).await?;
    let of_vaults = jobs::counts(&mut connection, only, now).await?;
    drop(connection);
    let rows: Vec<_> = rows.into_iter().filter(|row| is_visible(row.place)).map(|row| row.record).collect();
    let rooms = vaults::rooms(app, &rows).await?;
    let mut counts = JobCounts { in_progress: active_jobs.len() as u64, ..JobCounts::default() };
    let mut shown = Vec::new();
    for row in rows {
        let jobs = of_vaults.get(&row.id).copied().unwrap_or_default();
        counts.failed_24h += jobs.failed_24h;
        counts.completed_24h += jobs.completed_24h;
        let usage = vaults::usage(&row, rooms.get(&row.location.id));
        shown.push(VaultUsage { vault: VaultRef { id: row.id, name: row.name }, usage });
    }
    let active_jobs = active_jobs.into_iter().map(|job| job.record).take(ACTIVE_SHOWN).collect();
    Ok(Overview { machines, active_jobs, jobs: counts, vaults: shown, hosts })
}

/// Every machine with its health, worst first; those in no policy come behind the ones that need someone.
async fn machine_health(
    connection: &mut Connection,
    is_visible: impl Fn(Place) -> bool,
    now: DateTime<Utc>,
) -> Result<Vec<MachineHealth>> {
    let health = items::health_of(connection, None, now).await?;
    let rows = machines::health_rows(connection).await?;
    let visible = rows.into_iter().filter(|row| is_visible(row.place)).map(|row| row.record);
    let mut machines: Vec<_> = visible
        .map(|(machine_id, name, item_id)| {
            let known = item_id.and_then(|id| health.get(&id));
            let overdue = known.filter(|known| known.health == Health::Overdue);
            let since = overdue.map(|known| known.newest_point_at.unwrap_or(known.created_at));
            MachineHealth {
                machine_id,
                name,
                item_id,
                health: known.map(|known| known.health),
                overdue_hours: since.map(|since| (now - since - RPO).num_hours().unsigned_abs()),
                failure: known.and_then(|known| known.failure),
                newest_point_at: known.and_then(|known| known.newest_point_at),
            }
        })
        .collect();
    machines.sort_by_key(|machine| (rank(machine.health), Reverse(machine.overdue_hours)));
    Ok(machines)
}

const fn rank(health: Option<Health>) -> u8 {
    match health {
        Some(Health::Failed) => 0,
        Some(Health::Overdue) => 1,
        None => 2,
        Some(Health::Warning) => 3,
        Some(Health::Pending) => 4,
        Some(Health::Healthy) => 5,
    }
}

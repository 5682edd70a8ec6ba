//! Everything that the overview shows.

use shared::id::VaultId;
use shared::overview::{Overview, VaultUsage};
use shared::vault::{JobCounts, VaultRef};

use crate::app::App;
use crate::auth::{Place, Principal};
use crate::error::Result;
use crate::overview::store;
use crate::{hosts, jobs, vaults};

/// At most so many running jobs are shown.
const ACTIVE_SHOWN: usize = 20;

/// At most so many vaults are shown.
const VAULTS_SHOWN: usize = 500;

/// What the principal may see of everything, or of what belongs to one vault.
pub(super) async fn overview(app: &App, principal: &Principal, only: Option<VaultId>) -> Result<Overview> {
    let now = app.clock.now();
    let is_visible = |place: Place| principal.sees(place) && only.is_none_or(|vault| place.vault == Some(vault));
    let mut connection = app.db.read().await?;
    let (counts, machines) = store::machines(&mut connection, (principal, only), now).await?;
    let (active_jobs, in_progress) = jobs::active(&mut connection, (principal, only), ACTIVE_SHOWN).await?;
    let hosts = hosts::count(&mut connection).await?;
    let rows = vaults::list(&mut connection, (String::new(), VAULTS_SHOWN)).await?;
    let of_vaults = jobs::counts(&mut connection, only, now).await?;
    drop(connection);
    let rows: Vec<_> = rows.into_iter().filter(|row| is_visible(row.place)).map(|row| row.record).collect();
    let rooms = vaults::rooms(app, &rows).await?;
    let mut jobs = JobCounts { in_progress, ..JobCounts::default() };
    let mut shown = Vec::new();
    for row in rows {
        let of_vault = of_vaults.get(&row.id).copied().unwrap_or_default();
        jobs.failed_24h += of_vault.failed_24h;
        jobs.completed_24h += of_vault.completed_24h;
        let usage = vaults::usage(&row, rooms.get(&row.location.id));
        shown.push(VaultUsage { vault: VaultRef { id: row.id, name: row.name }, usage });
    }
    Ok(Overview { counts, machines, active_jobs, jobs, vaults: shown, hosts })
}

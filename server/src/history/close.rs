//! Counting days that are over, so that nobody has to judge them again.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use shared::history::VaultDay;
use shared::id::VaultId;

use crate::app::App;
use crate::db::Connection;
use crate::error::Result;
use crate::history::calendar::{date_of, day, shown, zone};
use crate::history::store;

/// Counts the days that are over in every policy's zone and that some vault lacks.
pub(super) async fn close(app: &App) -> Result<()> {
    let now = app.clock.now();
    let (zones, vaults) = {
        let mut connection = app.db.read().await?;
        (store::zones(&mut connection).await?, store::first_days(&mut connection).await?)
    };
    let Some(today) = zones.iter().map(|name| date_of(now, zone(name))).min() else { return Ok(()) };
    for date in shown(today).into_iter().filter(|date| *date < today) {
        let counted = store::closed(&mut *app.db.read().await?, (date, date)).await?;
        let mut lacking = Vec::new();
        for (vault, first) in &vaults {
            if date >= *first && !counted.contains_key(&(*vault, date)) {
                lacking.push(*vault);
            }
        }
        if lacking.is_empty() {
            continue;
        }
        // One transaction a day: what a job notes meanwhile reopens the day.
        let mut tx = app.db.begin().await?;
        let judged = judge(&mut tx, (date, None), now).await?;
        for vault in lacking {
            store::close(&mut tx, (vault, date), judged.get(&vault).copied().unwrap_or_default()).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// How a day was, or is so far, for every vault that has items, or for one.
pub(super) async fn judge(
    connection: &mut Connection,
    (date, only): (NaiveDate, Option<VaultId>),
    now: DateTime<Utc>,
) -> Result<HashMap<VaultId, VaultDay>> {
    let mut days = HashMap::new();
    let mut vaults: HashMap<VaultId, VaultDay> = HashMap::new();
    for item in store::on_day(connection, date, only).await? {
        let day = *days.entry(item.zone.clone()).or_insert_with(|| day(date, zone(&item.zone)));
        let vault = vaults.entry(item.vault_id).or_default();
        vault.items += day.judge(item.evidence, item.enabled_at, now);
        vault.new_bytes += item.new_bytes;
    }
    Ok(vaults)
}

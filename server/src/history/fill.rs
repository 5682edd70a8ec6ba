//! Filling the days of the time before they were noted, once, from the jobs.

use chrono::TimeDelta;

use crate::app::App;
use crate::error::Result;
use crate::history::{note, store};

/// More days than are shown, for what is judged by the day before.
const DAYS: i64 = 40;

/// Notes the backups that ended in the last days, unless that was done.
pub async fn fill(app: &App) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if !store::mark_filled(&mut tx).await? {
        return Ok(());
    }
    for noted in store::ended_backups(&mut tx, app.clock.now() - TimeDelta::days(DAYS)).await? {
        note(&mut tx, noted).await?;
    }
    tx.commit().await?;
    Ok(())
}

//! What has to be done about days whether or not a job ends: counting those that are over, looking at storage.

use std::time::Duration;

use crate::app::App;
use crate::error::Result;
use crate::history::{close, look, sample};
use crate::vaults;

/// Often enough that a day is counted soon after its end.
const INTERVAL: Duration = Duration::from_mins(30);

/// Counts and looks again and again, until the server is stopped.
pub async fn watch(app: App) {
    let mut stopping = app.wake.stopping();
    let mut interval = tokio::time::interval(INTERVAL);
    interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = interval.tick() => {}
            () = stopping.stopped() => return,
        }
        if let Err(error) = close::close(&app).await {
            tracing::error!("the days that are over could not be counted: {}", error.cause());
        }
        if let Err(error) = sample_all(&app).await {
            tracing::error!("how full the storage is could not be kept: {}", error.cause());
        }
    }
}

async fn sample_all(app: &App) -> Result<()> {
    let vaults = vaults::names(&mut *app.db.read().await?).await?;
    for vault in vaults {
        let id = vault.record.id;
        let room = look(app, id).await?;
        let mut tx = app.db.begin().await?;
        sample(&mut tx, app, id, room).await?;
        tx.commit().await?;
    }
    Ok(())
}

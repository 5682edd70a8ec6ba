//! Looking at the clock for as long as the server runs.

use tokio::time::MissedTickBehavior;

use crate::app::App;
use crate::clock::look;

/// Looks again and again, and a last time when the server is stopped, which the next start compares with.
pub async fn watch(app: App) {
    let mut stopping = app.wake.stopping();
    let mut interval = tokio::time::interval(app.config.patience.clock);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let is_last = tokio::select! {
            _ = interval.tick() => false,
            () = stopping.stopped() => true,
        };
        if let Err(error) = look(&app).await {
            tracing::error!("the clock could not be compared: {}", error.cause());
        }
        if is_last {
            return;
        }
    }
}

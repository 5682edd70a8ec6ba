//! Keeping the catalogues up to date, for as long as the server runs.

use std::time::{Duration, Instant};

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::app::App;
use crate::catalogue::duty::Duty;
use crate::catalogue::write::write;
use crate::events::Published;
use crate::jobs::Stopping;

/// Whatever was missed is made up for once a day.
const DAY: Duration = Duration::from_hours(24);

/// What could not be written is tried again after so long, or with the vault's next change.
const RETRY: Duration = Duration::from_mins(10);

/// Of the time it may take one part in so many.
const SHARE: u32 = 20;

/// Gathers what changes for a while, then writes what differs, again and again until the server is stopped. What a server that was stopped in
/// between did not write, the next one writes at its start.
pub async fn watch(app: App) {
    let mut stopping = app.wake.stopping();
    let mut events = app.events.follow();
    let mut duty = Duty::all();
    let mut pause = app.config.patience.catalogue;
    let mut rest = DAY;
    loop {
        if duty.is_empty() && !change(&mut duty, &mut events, (&mut stopping, rest)).await {
            return;
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = stopping.stopped() => return,
        }
        while let Some(told) = heard(&mut events) {
            take_in(&mut duty, told);
        }
        let began = Instant::now();
        rest = if perform(&app, &mut duty).await { DAY } else { RETRY };
        pause = app.config.patience.catalogue.max(began.elapsed() * SHARE);
    }
}

/// Waits for something to change, or for so long. Answers whether the server goes on.
async fn change(
    duty: &mut Duty,
    events: &mut Receiver<Published>,
    (stopping, rest): (&mut Stopping, Duration),
) -> bool {
    let rested = tokio::time::sleep(rest);
    tokio::pin!(rested);
    while duty.is_empty() {
        tokio::select! {
            told = events.recv() => {
                if matches!(told, Err(RecvError::Closed)) {
                    return false;
                }
                take_in(duty, told);
            }
            () = &mut rested => *duty = Duty::all(),
            () = stopping.stopped() => return false,
        }
    }
    true
}

/// What was told meanwhile, without waiting for more.
fn heard(events: &mut Receiver<Published>) -> Option<Result<Published, RecvError>> {
    use tokio::sync::broadcast::error::TryRecvError;
    match events.try_recv() {
        Ok(told) => Some(Ok(told)),
        Err(TryRecvError::Lagged(missed)) => Some(Err(RecvError::Lagged(missed))),
        Err(TryRecvError::Empty | TryRecvError::Closed) => None,
    }
}

fn take_in(duty: &mut Duty, told: Result<Published, RecvError>) {
    match told {
        Ok(told) => duty.note(&told.event),
        Err(_) => duty.note_gap(),
    }
}

/// Answers whether every vault has the catalogue that it should have.
async fn perform(app: &App, duty: &mut Duty) -> bool {
    let vaults = match duty.take(app).await {
        Ok(vaults) => vaults,
        Err(error) => {
            tracing::error!("the catalogues could not be compared: {}", error.cause());
            return false;
        }
    };
    let mut all = true;
    for vault in vaults {
        if let Err(error) = write(app, vault).await {
            tracing::warn!(%vault, "the vault's catalogue could not be written: {}", error.cause());
            all = false;
        }
    }
    all
}

//! Claims queued jobs and runs them, several at once, each under a lease.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use shared::event::{Event, Topic};
use shared::id::JobId;
use shared::job::{JobError, JobProgress, JobStatus, LogLevel};
use shared::problem::Code;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use crate::app::App;
use crate::error::Result;
use crate::jobs::{Context, Meter, finish, kinds, store};

/// A runner that is silent for so long has lost its jobs.
const LEASE: TimeDelta = TimeDelta::seconds(30);
/// The stream is told this often.
const TICK: Duration = Duration::from_millis(250);
/// The row is told at every so many ticks.
const TICKS_A_BEAT: u32 = 4;
/// A job that the server did not survive so often is given up. Stops that were asked for do not count.
const INTERRUPTIONS_MAX: i64 = 3;

/// Runs jobs until the server is stopped, and waits for those that run.
pub async fn run(app: App) {
    let owner = Uuid::now_v7().to_string();
    // Nobody else works with this database: every lease in it is dead.
    recover(&app, None).await;
    let places = Arc::new(Semaphore::new(app.config.jobs_at_once));
    let mut stopping = app.wake.stopping();
    let mut running = JoinSet::new();
    while !stopping.is_stopped() {
        let place = tokio::select! {
            place = places.clone().acquire_owned() => place,
            () = stopping.stopped() => break,
        };
        let Ok(place) = place else { break };
        match claim(&app, &owner).await {
            Ok(Some((id, fence))) => {
                let app = app.clone();
                running.spawn(async move {
                    if let Err(error) = execute(&app, id, fence).await {
                        tracing::error!(job = %id, "a job could not be ended: {}", error.cause());
                    }
                    app.wake.ended(id);
                    drop(place);
                });
            }
            nothing => {
                if let Err(error) = nothing {
                    tracing::error!("no job could be claimed: {}", error.cause());
                }
                drop(place);
                tokio::select! {
                    () = app.wake.wait() => recover(&app, Some(app.clock.now())).await,
                    () = stopping.stopped() => {}
                }
            }
        }
        while running.try_join_next().is_some() {}
    }
    // Those that were claimed after the stop was called have not heard it.
    app.wake.stop();
    while running.join_next().await.is_some() {}
}

async fn claim(app: &App, owner: &str) -> Result<Option<(JobId, i64)>> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let claimed = store::claim(&mut tx, owner, (now, now + LEASE)).await?;
    tx.commit().await?;
    Ok(claimed)
}

/// Ends or queues again what nobody runs any more: every claimed job, or those whose lease had expired at this time.
async fn recover(app: &App, expired_at: Option<DateTime<Utc>>) {
    if let Err(error) = try_recover(app, expired_at).await {
        tracing::error!("interrupted jobs could not be recovered: {}", error.cause());
    }
}

async fn try_recover(app: &App, expired_at: Option<DateTime<Utc>>) -> Result<()> {
    let claimed = store::claimed(&mut *app.db.read().await?, expired_at).await?;
    for (id, fence, interruptions, status) in claimed {
        let now_interrupted = interruptions + 1;
        if status == JobStatus::InProgress && now_interrupted < INTERRUPTIONS_MAX {
            let mut tx = app.db.begin().await?;
            store::requeue(&mut tx, (id, fence), false).await?;
            store::append_log(
                &mut tx,
                id,
                app.clock.now(),
                (LogLevel::Warn, "The server stopped; the job begins anew"),
            )
            .await?;
            tx.commit().await?;
            continue;
        }
        let Some(context) = context(app, id, fence).await? else { continue };
        kinds::clean_up(&context).await;
        if status == JobStatus::Cancelling {
            finish::cancelled(&context).await?;
        } else {
            let cause = format!("The server died {now_interrupted} times while the job ran.");
            finish::failed(&context, JobError { code: Code::Interrupted, cause }).await?;
        }
        app.wake.ended(id);
    }
    Ok(())
}

async fn context(app: &App, id: JobId, fence: i64) -> Result<Option<Context>> {
    let mut connection = app.db.read().await?;
    let Some(located) = store::get(&mut connection, id).await? else { return Ok(None) };
    let Some(parameters) = store::parameters(&mut connection, id).await? else { return Ok(None) };
    let meter = Arc::new(Meter::new(located.record.kind));
    let cancel = app.wake.running(id);
    Ok(Some(Context { app: app.clone(), job: located.record, parameters, place: located.place, meter, cancel, fence }))
}

/// Runs a claimed job to its end.
async fn execute(app: &App, id: JobId, fence: i64) -> Result<()> {
    let Some(context) = context(app, id, fence).await? else { return Ok(()) };
    app.events.changed(Topic::Jobs, id.uuid());
    let ticker = tokio::spawn(tick(context.clone()));
    let outcome = kinds::run(&context).await;
    ticker.abort();
    let error = match outcome {
        Ok(done) => return finish::completed(&context, done).await,
        Err(error) => error,
    };
    if context.cancel.is_cancelled() && app.wake.stopping().is_stopped() {
        let mut tx = app.db.begin().await?;
        store::requeue(&mut tx, (id, fence), true).await?;
        tx.commit().await?;
        return Ok(());
    }
    // What another runner has taken over is that one's: cleaning up would take away what it makes.
    if !beat(&context, &context.meter.read()).await? {
        return Err(Code::LeaseLost.into());
    }
    kinds::clean_up(&context).await;
    if context.cancel.is_cancelled() {
        return finish::cancelled(&context).await;
    }
    tracing::warn!(job = %id, code = error.code().as_str(), "a job failed: {}", error.cause());
    finish::failed(&context, JobError { code: error.code(), cause: error.cause() }).await
}

/// Tells the stream and the row how far the job is, and keeps the lease. When the row says that the job is another's, it is stopped here.
async fn tick(context: Context) {
    let mut interval = tokio::time::interval(TICK);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut told = JobProgress::default();
    for number in 1_u32.. {
        interval.tick().await;
        let progress = context.meter.read();
        if progress != told {
            let event = Event::Progress { job: context.job.id, progress: progress.clone() };
            context.app.events.publish(event, Some(context.place));
        }
        if number % TICKS_A_BEAT == 0 {
            match beat(&context, &progress).await {
                Ok(true) => {}
                Ok(false) => {
                    context.cancel.cancel();
                    return;
                }
                Err(error) => tracing::warn!(job = %context.job.id, "the lease was not kept: {}", error.cause()),
            }
        }
        told = progress;
    }
}

async fn beat(context: &Context, progress: &JobProgress) -> Result<bool> {
    let mut tx = context.app.db.begin().await?;
    let until = context.app.clock.now() + LEASE;
    let ours = store::beat(&mut tx, (context.job.id, context.fence), progress, until).await?;
    tx.commit().await?;
    Ok(ours)
}

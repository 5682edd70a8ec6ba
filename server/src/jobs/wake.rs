//! What wakes the runner, stops a job, and stops the server.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use shared::id::JobId;
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;

/// The runner looks by itself after so long, in case that a call was lost.
const POLL: Duration = Duration::from_secs(5);

/// The bell of the runner. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Wake {
    queued: Arc<Notify>,
    running: Arc<Mutex<HashMap<JobId, CancellationToken>>>,
    stop: watch::Sender<bool>,
}

impl Default for Wake {
    fn default() -> Self {
        Self { queued: Arc::default(), running: Arc::default(), stop: watch::Sender::new(false) }
    }
}

impl Wake {
    /// A job was queued.
    pub fn job_queued(&self) {
        self.queued.notify_one();
    }

    /// Waits for a job to be queued, or for as long as the runner may sleep.
    pub(super) async fn wait(&self) {
        let _ = tokio::time::timeout(POLL, self.queued.notified()).await;
    }

    /// A job runs here; the token is cancelled when someone asks it to stop.
    pub(super) fn running(&self, job: JobId) -> CancellationToken {
        let token = CancellationToken::new();
        self.running.lock().unwrap_or_else(PoisonError::into_inner).insert(job, token.clone());
        token
    }

    /// A job does not run here any more.
    pub(super) fn ended(&self, job: JobId) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).remove(&job);
    }

    /// Asks a job to stop, if it runs here.
    pub(super) fn cancel(&self, job: JobId) {
        if let Some(token) = self.running.lock().unwrap_or_else(PoisonError::into_inner).get(&job) {
            token.cancel();
        }
    }

    /// Stops the server: streams end, nothing new is claimed, running jobs go back into the queue.
    pub fn stop(&self) {
        self.stop.send_replace(true);
        for token in self.running.lock().unwrap_or_else(PoisonError::into_inner).values() {
            token.cancel();
        }
    }

    /// Waits for the server to be stopped.
    pub fn stopping(&self) -> Stopping {
        Stopping(self.stop.subscribe())
    }
}

/// Waits for the server to be stopped.
#[derive(Clone, Debug)]
pub struct Stopping(watch::Receiver<bool>);

impl Stopping {
    /// Returns when the server is to stop.
    pub async fn stopped(&mut self) {
        // An error means that the sender is gone, which is a stop as well.
        let _ = self.0.wait_for(|stop| *stop).await;
    }

    /// Whether the server is to stop.
    pub fn is_stopped(&self) -> bool {
        *self.0.borrow()
    }
}

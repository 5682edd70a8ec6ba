//! The time, and how much of it has passed: the only place that reads them.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use rustix::time::{ClockId, clock_gettime};

/// Tells the time. Tests move it on; the server's own stands still relative to the machine's clock.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    ahead_ms: Arc<AtomicI64>,
    off_ms: Arc<AtomicI64>,
}

/// The time, and beside it what no one sets.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// What the clock says.
    pub now: DateTime<Utc>,
    /// How long the machine has run, sleep included. Only the difference of two readings means something.
    pub running: TimeDelta,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// Now, in whole milliseconds: what the database keeps.
    pub fn now(&self) -> DateTime<Utc> {
        self.read().now
    }

    /// Now, and how long the machine has run, both in whole milliseconds.
    pub fn read(&self) -> Reading {
        // Once for both: they move on together.
        let ahead = TimeDelta::milliseconds(self.ahead_ms.load(Ordering::Relaxed));
        let off = TimeDelta::milliseconds(self.off_ms.load(Ordering::Relaxed));
        let booted = clock_gettime(ClockId::Boottime);
        let running = TimeDelta::milliseconds(booted.tv_sec * 1000 + booted.tv_nsec / 1_000_000);
        let now = Utc::now() + ahead + off;
        Reading { now: from_millis(now.timestamp_millis()), running: running + ahead }
    }

    /// Lets so much time pass on this clock and its copies, for tests of what time brings.
    pub fn advance(&self, by: TimeDelta) {
        self.ahead_ms.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }

    /// Sets this clock and its copies wrong by so much more, for tests of what that brings.
    pub fn jump(&self, by: TimeDelta) {
        self.off_ms.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }
}

/// The time that a number of the database stands for. A number outside of chrono's range, which only a damaged row can hold, becomes the epoch.
pub fn from_millis(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or(DateTime::UNIX_EPOCH)
}

//! The one place that reads the wall clock: locks and snapshots carry the time.

use std::time::SystemTime;

use chrono::{DateTime, Utc};

/// Now, as the system tells it.
pub(crate) fn wall() -> SystemTime {
    SystemTime::now()
}

/// Now.
pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from(wall())
}

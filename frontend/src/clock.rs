//! The one place that reads the time. Ages on the screen follow `tick`.

use std::time::Duration;

use chrono::{DateTime, Utc};
use leptos::prelude::{ArcRwSignal, Get, Set, set_interval};

const TICK: Duration = Duration::from_secs(10);

thread_local! {
    static NOW: ArcRwSignal<DateTime<Utc>> = ArcRwSignal::new(now());
}

/// The time.
pub(crate) fn now() -> DateTime<Utc> {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds since 1970 fit")]
    let millis = js_sys::Date::now() as i64;
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

/// The time to about ten seconds; what reads it in a view is written again when it moves on.
pub(crate) fn tick() -> DateTime<Utc> {
    NOW.with(Get::get)
}

/// A moment in ISO 8601, for machines.
pub(crate) fn iso(at: DateTime<Utc>) -> String {
    // What `Debug` writes; chrono's own writer of it needs features that the page does without.
    format!("{at:?}")
}

/// Starts the ticking.
pub(crate) fn start() {
    set_interval(|| NOW.with(|signal| signal.set(now())), TICK);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_write_what_machines_read() {
        assert_eq!(iso(DateTime::UNIX_EPOCH), "1970-01-01T00:00:00Z");
    }
}

//! The wall's own clock, and how old what it shows is.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use leptos::prelude::*;
use shared::overview::Overview;

use super::standing::Standing;
use crate::clock;
use crate::live::{Connection, Live};
use crate::loading::Loaded;

const SECOND: Duration = Duration::from_secs(1);
/// The server is heard every four seconds. When it was not for so long, what is shown is stale.
const STALE_AFTER: TimeDelta = TimeDelta::seconds(10);
/// What could not be fetched is tried again after so many seconds.
const RETRY: u64 = 5;
/// Silence makes an item overdue without an event; so everything is fetched again after so many seconds.
const REFRESH: u64 = 60;

/// The wall's own clock, and how old what it shows is.
#[derive(Clone, Copy)]
pub(super) struct Watch {
    /// The time, to the second.
    pub(super) now: RwSignal<DateTime<Utc>>,
    /// What is shown was so at this time.
    pub(super) as_of: RwSignal<DateTime<Utc>>,
    /// Whether that is too long ago.
    pub(super) stale: Memo<bool>,
}

impl Watch {
    /// Starts the clock.
    pub(super) fn start(live: Live, overview: Loaded<Overview>, standing: Standing) -> Self {
        let (now, as_of) = (RwSignal::new(clock::now()), RwSignal::new(clock::now()));
        let stale = Memo::new(move |_| now.get() - as_of.get() > STALE_AFTER);
        let (failure, value) = (overview.failure(), overview.value());
        let ticks = StoredValue::new(0_u64);
        let tick = move || {
            let count = ticks.get_value() + 1;
            ticks.set_value(count);
            now.set(clock::now());
            let is_good = failure.with_untracked(Option::is_none) && value.with_untracked(Option::is_some);
            if is_good && as_of.get_untracked() != live.heard_at() {
                as_of.set(live.heard_at());
            }
            let is_live = live.connection().get_untracked() == Connection::Live;
            if is_live && (count.is_multiple_of(REFRESH) || (!is_good && count.is_multiple_of(RETRY))) {
                overview.refresh();
            }
        };
        if let Ok(handle) = set_interval_with_handle(tick, SECOND) {
            on_cleanup(move || handle.clear());
        }
        // Each time that the stream is lost: it may be because this browser may not read it any more.
        Effect::new(move |_| {
            if live.connection().get() == Connection::Reconnecting {
                standing.ask();
            }
        });
        // What happened before the stream opened was not told.
        let is_live = Memo::new(move |_| live.connection().get() == Connection::Live);
        Effect::new(move |_| {
            if is_live.get() {
                overview.refresh();
            }
        });
        let started = clock::now();
        // Nobody is there to load a newer page. A page that was loaded just now is not loaded again: it may be all there is.
        Effect::new(move |_| {
            if live.is_outdated() && clock::now() - started > TimeDelta::minutes(1) {
                let _ = window().location().reload();
            }
        });
        Self { now, as_of, stale }
    }
}

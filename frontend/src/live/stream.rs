//! The event stream itself: opened again for ever, with growing pauses.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use leptos::prelude::set_timeout;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventSource, MessageEvent};

use super::{Attempt, Connection, Heard};
use crate::clock;

const ADDRESS: &str = "/api/v1/events";
const PAUSE_MS: u64 = 500;
const PAUSE_MS_MAX: u64 = 15_000;
/// The server sends a pulse every four seconds; after this much silence the connection is dead, whatever the browser thinks of it.
const SILENCE_MS: i64 = 10_000;
/// How often the silence is measured.
const WATCH: Duration = Duration::from_secs(1);

/// An open stream.
pub(super) struct Stream {
    source: RefCell<Option<EventSource>>,
    tries: Cell<u32>,
    heard_at: Cell<DateTime<Utc>>,
    closed: Cell<bool>,
    hear: Rc<dyn Fn(Heard)>,
}

/// Opens the stream and keeps it open until it or the page is closed.
pub(super) fn open(hear: Rc<dyn Fn(Heard)>) -> Rc<Stream> {
    let stream = Rc::new(Stream {
        source: RefCell::default(),
        tries: Cell::new(0),
        heard_at: Cell::new(clock::now()),
        closed: Cell::new(false),
        hear,
    });
    stream.connect();
    stream.watch();
    stream
}

impl Stream {
    /// Closes the stream for good.
    pub(super) fn close(&self) {
        self.closed.set(true);
        self.let_go();
    }

    fn connect(self: &Rc<Self>) {
        if self.closed.get() {
            return;
        }
        self.heard_at.set(clock::now());
        let Ok(source) = EventSource::new(ADDRESS) else { return };
        let stream = Rc::clone(self);
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            stream.tries.set(0);
            stream.heard_at.set(clock::now());
            if let Some(json) = event.data().as_string() {
                (stream.hear)(Heard::Message(json));
            }
        });
        let stream = Rc::clone(self);
        let lost = Closure::<dyn Fn(JsValue)>::new(move |_| stream.lose());
        // Kept by the browser's object, which is dropped when the stream is opened again.
        source.set_onmessage(Some(message.into_js_value().unchecked_ref()));
        source.set_onerror(Some(lost.into_js_value().unchecked_ref()));
        self.source.replace(Some(source));
    }

    fn let_go(&self) {
        if let Some(source) = self.source.take() {
            source.set_onmessage(None);
            source.set_onerror(None);
            source.close();
        }
    }

    /// A server that went away without a word leaves a connection that looks open.
    fn watch(self: &Rc<Self>) {
        let stream = Rc::clone(self);
        set_timeout(
            move || {
                let is_silent = (clock::now() - stream.heard_at.get()).num_milliseconds() > SILENCE_MS;
                if is_silent && stream.source.borrow().is_some() {
                    stream.lose();
                }
                if !stream.closed.get() {
                    stream.watch();
                }
            },
            WATCH,
        );
    }

    /// The browser would try again by itself after some errors and never after others; so we do it after all.
    fn lose(self: &Rc<Self>) {
        self.let_go();
        (self.hear)(Heard::State(Connection::Reconnecting));
        let pause = pause(self.tries.replace(self.tries.get() + 1), js_sys::Math::random());
        (self.hear)(Heard::Attempt(Attempt { number: self.tries.get(), at: clock::now() + pause }));
        let stream = Rc::clone(self);
        set_timeout(move || stream.connect(), pause);
    }
}

/// The pause before a try: doubled each time up to a bound, with chance, so that a hundred screens do not call at once.
fn pause(tries: u32, chance: f64) -> Duration {
    let longest = PAUSE_MS.saturating_mul(1 << tries.min(10)).min(PAUSE_MS_MAX);
    Duration::from_millis(longest).mul_f64(0.5 + chance / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_wait_longer_each_time_but_never_for_long() {
        assert_eq!(pause(0, 1.0), Duration::from_millis(500));
        assert_eq!(pause(1, 1.0), Duration::from_secs(1));
        assert_eq!(pause(9999, 1.0), Duration::from_secs(15));
        assert_eq!(pause(9999, 0.0), Duration::from_millis(7500));
    }
}

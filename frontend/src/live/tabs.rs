//! One stream per browser: a lock elects the tab that holds it, a channel passes on what it hears.
//!
//! When that tab closes, the lock goes to the next one, which opens the stream anew; its greeting then makes every tab
//! fetch again. Without locks (plain HTTP on another address than localhost) each tab holds a stream of its own.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::{Connection, Heard, stream};
use crate::browser::property;

const NAME: &str = "cofre-live";
/// A new tab asks how the stream is.
const ASK: &str = "?";
const LIVE: &str = "live";
const LOST: &str = "lost";

/// Hears everything, whichever tab holds the stream.
pub(super) fn listen(hear: impl Fn(Heard) + 'static) {
    let hear: Rc<dyn Fn(Heard)> = Rc::new(hear);
    let locks = property(&window().navigator(), "locks");
    match (locks, BroadcastChannel::new(NAME)) {
        (Some(locks), Ok(channel)) => share(&locks, channel, hear),
        _ => drop(stream::open(hear)),
    }
}

fn share(locks: &JsValue, channel: BroadcastChannel, hear: Rc<dyn Fn(Heard)>) {
    // What this tab tells the others, once it holds the stream.
    let telling: Rc<Cell<Option<Connection>>> = Rc::default();
    let (answer, told, heard) = (channel.clone(), Rc::clone(&telling), Rc::clone(&hear));
    let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match event.data().as_string() {
        Some(text) if text == ASK => {
            if let Some(state) = told.get() {
                let _ = answer.post_message(&word(state).into());
            }
        }
        Some(text) if text == LIVE => heard(Heard::State(Connection::Live)),
        Some(text) if text == LOST => heard(Heard::State(Connection::Reconnecting)),
        Some(text) => heard(Heard::Message(text)),
        None => {}
    });
    channel.set_onmessage(Some(message.into_js_value().unchecked_ref()));
    let _ = channel.post_message(&ASK.into());

    let elected = Closure::once_into_js(move || {
        let _ = stream::open(Rc::new(move |heard| {
            let text = match &heard {
                // Only the wall counts, and it holds a stream of its own.
                Heard::Attempt(_) => return,
                Heard::State(state) => {
                    telling.set(Some(*state));
                    word(*state)
                }
                Heard::Message(json) => {
                    telling.set(Some(Connection::Live));
                    json
                }
            };
            let _ = channel.post_message(&text.into());
            hear(heard);
        }));
        // A promise that is never kept: the lock is held until the tab closes.
        js_sys::Promise::new(&mut |_, _| {})
    });
    if let Some(request) = property(locks, "request").and_then(|request| request.dyn_into::<js_sys::Function>().ok()) {
        let _ = request.call2(locks, &NAME.into(), &elected);
    }
}

const fn word(state: Connection) -> &'static str {
    match state {
        Connection::Live => LIVE,
        Connection::Connecting | Connection::Reconnecting => LOST,
    }
}

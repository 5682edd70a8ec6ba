//! The loudest thing on the wall: the server is out of reach.

use leptos::prelude::*;

use super::watch::Watch;
use crate::i18n::use_strings;
use crate::live::Live;

/// Says that what is shown is old, how old, and that the wall goes on trying.
#[component]
pub(super) fn StaleBanner(
    /// The stream that is tried.
    live: Live,
    /// How old what is shown is.
    watch: Watch,
) -> impl IntoView {
    let s = use_strings();
    let age = move || {
        let seconds = (watch.now.get() - watch.as_of.get()).num_seconds().unsigned_abs();
        (s.wall.no_contact)(&s.duration(seconds))
    };
    let trying = move || {
        let attempt = live.attempt()?;
        let seconds = (attempt.at - watch.now.get()).num_milliseconds().max(0).unsigned_abs().div_ceil(1000);
        // A try that is due is under way: it may take as long as the network lets it.
        Some(match seconds {
            0 => (s.wall.trying)(attempt.number),
            _ => (s.wall.next_try)(&s.duration(seconds), attempt.number),
        })
    };
    let from = move || format!("{} {}", (s.wall.from)(&s.time(watch.as_of.get())), trying().unwrap_or_default());
    move || {
        watch.stale.get().then(|| {
            view! {
                <section class="banner" role="alert">
                    <strong>{s.wall.stale}</strong>
                    <div>
                        <p>{age}</p>
                        <p>{from}</p>
                    </div>
                </section>
            }
        })
    }
}

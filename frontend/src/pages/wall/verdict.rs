//! The verdict: how many are protected, and in colour how many are not.

use leptos::prelude::*;
use shared::health::Health;
use shared::overview::Overview;

use super::watch::Watch;
use crate::i18n::{Strings, use_strings};
use crate::parts::state::health_shape;
use crate::parts::verdict::{headline, worst};
use crate::ui::status::{Shape, StatusShape};

/// At most so many short sentences, worst first.
const SENTENCES_MAX: usize = 2;

/// The verdict.
#[component]
pub(super) fn Verdict(
    /// What it is over.
    overview: Signal<Overview>,
    /// How old that is.
    watch: Watch,
) -> impl IntoView {
    let s = use_strings();
    let shape = Signal::derive(move || overview.with(worst));
    let before = move || {
        let (protected, all) = overview.with(|it| (it.counts.protected(), it.counts.all()));
        (s.wall.was_some)(protected, all, &s.time(watch.as_of.get()))
    };
    let now = move || {
        let loud = |(state, text): (Shape, String)| view! { <b data-state=state.word()>{text}</b> " " };
        overview.with(|it| {
            view! {
                <span>{headline(s, it)}</span>
                <span>{sentences(s, it).into_iter().map(loud).collect_view()}</span>
            }
        })
    };
    view! {
        <section class="sentence">
            <StatusShape shape/>
            <h1>{move || if watch.stale.get() { before().into_any() } else { now().into_any() }}</h1>
        </section>
    }
}

/// "2 failed.", "1 is overdue."
fn sentences(s: &Strings, overview: &Overview) -> Vec<(Shape, String)> {
    let words = &s.overview;
    let states = [
        (Some(Health::Damaged), words.damaged),
        (Some(Health::Failed), words.failed),
        (Some(Health::Overdue), words.overdue),
        (None, words.unprotected),
        (Some(Health::Pending), words.pending),
        (Some(Health::Warning), words.warning),
    ];
    let counted = states.into_iter().filter_map(|(health, around)| {
        let count = overview.counts.of(health);
        let (before, after) = around(count);
        (count > 0).then(|| (health_shape(health), format!("{before}{}{after}.", s.count(count))))
    });
    // Who does nothing but wait for a first backup is counted in the list below.
    counted.take(SENTENCES_MAX).collect()
}

/// The verdict in a few words, for the browser's tab.
pub(super) fn loudest(s: &Strings, overview: &Overview) -> String {
    let first = sentences(s, overview).into_iter().next();
    first.map_or_else(|| headline(s, overview), |(_, text)| text).trim_end_matches('.').to_owned()
}

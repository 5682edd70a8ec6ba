//! A moment: how long ago it was, and everything about it for those who point at it, tap it, or come to it by keyboard.
//!
//! Where a row, a card or a link around it takes the focus, all its moments say exactly when they were as long as the focus lies there: a stop
//! of Tab for each of them would be in everybody's way. A moment that stands alone, among facts that take no focus, is such a stop itself.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::clock;
use crate::i18n::use_strings;

/// How long ago something was, or how long until it is.
#[component]
pub(crate) fn Moment(
    /// When.
    #[prop(into)]
    at: Signal<DateTime<Utc>>,
    /// Whether nothing around it takes the focus.
    #[prop(optional)]
    is_alone: bool,
) -> impl IntoView {
    let s = use_strings();
    view! {
        <time class="moment" datetime=move || clock::iso(at.get()) tabindex=is_alone.then_some("0")>
            <span class="exact">{move || s.moment_long(at.get())}</span>
            {move || s.ago(at.get(), clock::tick())}
        </time>
    }
}

//! A moment: how long ago it was, with everything about it on hover.

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
) -> impl IntoView {
    let s = use_strings();
    view! {
        <time
            datetime=move || clock::iso(at.get())
            title=move || s.moment_long(at.get())
        >
            {move || s.ago(at.get(), clock::tick())}
        </time>
    }
}

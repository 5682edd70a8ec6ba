//! The first line: whose wall it is, how old its data is, what time it is.

use leptos::prelude::*;
use shared::overview::Overview;

use super::watch::Watch;
use crate::clock;
use crate::i18n::use_strings;
use crate::ui::icon::{Icon, IconName};

/// The first line.
#[component]
pub(super) fn Top(
    /// What the wall is over.
    overview: Signal<Overview>,
    /// The clock.
    watch: Watch,
) -> impl IntoView {
    let s = use_strings();
    let of = move || {
        overview.with(|it| match it.vaults.as_slice() {
            [] => String::new(),
            [one] => one.vault.name.clone(),
            many => (s.wall.vaults)(many.len() as u64),
        })
    };
    let as_of = move || {
        if watch.stale.get() { s.wall.own_clock.to_owned() } else { (s.wall.as_of)(&s.time(watch.as_of.get())) }
    };
    view! {
        <header>
            <span class="brand"><Icon name=IconName::Mark/> "Cofre"</span>
            <span class="of">{of}</span>
            <span class="as-of">{as_of}</span>
            <time class="clock" datetime=move || clock::iso(watch.now.get())>{move || s.time(watch.now.get())}</time>
        </header>
    }
}

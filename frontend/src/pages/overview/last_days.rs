//! The last thirty days: the worst state of each vault's day, over what was new on each day.

use leptos::prelude::*;
use shared::history::History;

use crate::i18n::use_strings;
use crate::parts::days::{Days, of_vaults};
use crate::ui::region::Region;

/// The last thirty days of all vaults.
#[component]
pub(super) fn LastDays(
    /// What they are taken from.
    history: Signal<Option<History>>,
) -> impl IntoView {
    let s = use_strings();
    let chart = Memo::new(move |_| history.with(|history| history.as_ref().map(|it| of_vaults(s, it))));
    let is_there = Memo::new(move |_| chart.with(Option::is_some));
    view! {
        <Region title=s.history.title note=s.history.worst>
            {move || is_there.get().then(|| {
                view! { <Days chart=Signal::derive(move || chart.get().unwrap_or_default())/> }
            })}
        </Region>
    }
}

//! The last thirty days of an item, each a link to its job.

use leptos::prelude::*;
use shared::event::Topic;
use shared::item::Item;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::days::{Days, of_item};
use crate::parts::load::Load;
use crate::ui::region::Region;

/// The last thirty days of an item.
#[component]
pub(super) fn LastDays(
    /// The item.
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let (id, vault) = item.with_untracked(|item| (item.id, item.vault.id));
    let days = load(move || id, &[Topic::Items], api::items::days);
    let zone = move || item.with(|item| (s.history.days_in)(&item.policy.time_zone));
    view! {
        <Region title=s.history.title note=zone>
            <Load from=days let:days>
                <Days chart=Memo::new(move |_| {
                    item.with(|item| days.with(|days| of_item(s, vault, &item.machine.name, days)))
                })/>
            </Load>
        </Region>
    }
}

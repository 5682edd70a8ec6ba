//! The list below the field: groups of options, of which one is the active one.

use leptos::prelude::*;

use super::entry::Entry;
use crate::i18n::use_strings;
use crate::ui::icon::{Icon, IconName, IconSize};

/// The id of the list, which the field controls.
pub(super) const ID: &str = "found";

/// The id of the option at a place.
pub(super) fn option_id(place: usize) -> String {
    format!("{ID}-{place}")
}

/// The list below the field.
#[component]
pub(super) fn FoundList(
    /// What was found.
    entries: Signal<Vec<Entry>>,
    /// The place of the active option.
    active: RwSignal<usize>,
    /// Told when an option was pressed.
    #[prop(into)]
    on_choose: Callback<()>,
) -> impl IntoView {
    let s = use_strings();
    let groups = move || {
        let mut groups: Vec<(&'static str, Vec<(usize, Entry)>)> = Vec::new();
        for (place, entry) in entries.get().into_iter().enumerate() {
            match groups.last_mut() {
                Some((name, members)) if *name == entry.group => members.push((place, entry)),
                _ => groups.push((entry.group, vec![(place, entry)])),
            }
        }
        groups.into_iter().map(|(name, members)| group(name, members, active, on_choose)).collect_view()
    };
    view! { <div class="found" id=ID role="listbox" aria-label=s.search.results>{groups}</div> }
}

fn group(
    name: &'static str,
    members: Vec<(usize, Entry)>,
    active: RwSignal<usize>,
    on_choose: Callback<()>,
) -> impl IntoView {
    let option = move |(place, entry): (usize, Entry)| {
        let Entry { icon, name, about, href, .. } = entry;
        view! {
            <a
                role="option"
                id=option_id(place)
                href=href
                tabindex="-1"
                aria-selected=move || if active.get() == place { "true" } else { "false" }
                on:mousedown=|event| event.prevent_default()
                on:mousemove=move |_| active.set(place)
                on:click=move |_| on_choose.run(())
            >
                {symbol(icon)}
                <span class="name">{name}</span>
                <span class="about">{about}</span>
            </a>
        }
    };
    view! {
        <div role="group" aria-label=name>
            <div class="kind" aria-hidden="true">{name}</div>
            {members.into_iter().map(option).collect_view()}
        </div>
    }
}

fn symbol(name: IconName) -> impl IntoView {
    view! { <Icon name size=IconSize::Small/> }
}

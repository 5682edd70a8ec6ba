//! A list to pick several things from: a box to tick, a name, what it is, its state at the end.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::each::Each;
use crate::ui::status::{Shape, Status};

/// Something to pick.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PickEntry {
    /// What tells it from the others.
    pub(crate) key: String,
    /// Its name.
    pub(crate) name: String,
    /// What it is, in a few words.
    pub(crate) about: String,
    /// Its state.
    pub(crate) state: (Shape, String),
    /// A few words below the state.
    pub(crate) size: String,
}

/// A list to pick several things from.
#[component]
pub(crate) fn PickList(
    /// What is picked, for screen readers.
    #[prop(into)]
    label: TextProp,
    /// What there is to pick.
    #[prop(into)]
    entries: Signal<Vec<PickEntry>>,
    /// The keys of what is picked.
    chosen: RwSignal<BTreeSet<String>>,
) -> impl IntoView {
    view! {
        <ul class="pick" aria-label=move || label.get().into_owned()>
            <Each entries key=|entry| entry.key.clone() let:entry>
                <PickRow entry chosen/>
            </Each>
        </ul>
    }
}

#[component]
fn PickRow(
    /// What it is.
    entry: Signal<PickEntry>,
    /// The keys of what is picked.
    chosen: RwSignal<BTreeSet<String>>,
) -> impl IntoView {
    let text = move |of: fn(&PickEntry) -> &str| move || entry.with(|entry| of(entry).to_owned());
    let is_chosen = Memo::new(move |_| entry.with(|entry| chosen.with(|chosen| chosen.contains(&entry.key))));
    let toggle = move |_| {
        let key = entry.with_untracked(|entry| entry.key.clone());
        chosen.update(|chosen| {
            if !chosen.remove(&key) {
                chosen.insert(key);
            }
        });
    };
    let shape = Signal::derive(move || entry.with(|entry| entry.state.0));
    view! {
        <li>
            <label>
                <input type="checkbox" prop:checked=move || is_chosen.get() on:change=toggle/>
                <span class="what">
                    <span class="name">{text(|entry| &entry.name)}</span>
                    <span class="about">{text(|entry| &entry.about)}</span>
                </span>
                <span class="end">
                    <Status shape word=text(|entry| &entry.state.1)/>
                    <span class="about">{text(|entry| &entry.size)}</span>
                </span>
            </label>
        </li>
    }
}

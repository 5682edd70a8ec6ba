//! Boxes before the names of rows, for what is done with several of them.

use std::collections::HashSet;

use leptos::prelude::*;
use leptos::text_prop::TextProp;
use uuid::Uuid;

/// The ticked rows; some may have left the list.
pub(crate) type Ticked = RwSignal<HashSet<Uuid>>;

/// A box to tick a row.
#[component]
pub(crate) fn TickBox(
    /// The row.
    key: Uuid,
    /// What is ticked, for screen readers.
    #[prop(into)]
    label: TextProp,
    /// Those that are ticked.
    ticked: Ticked,
) -> impl IntoView {
    let toggle = move |_| {
        ticked.update(|ticked| {
            if !ticked.remove(&key) {
                ticked.insert(key);
            }
        });
    };
    view! {
        <input
            type="checkbox"
            class="tick"
            aria-label=move || label.get().into_owned()
            prop:checked=move || ticked.with(|ticked| ticked.contains(&key))
            on:change=toggle
        />
    }
}

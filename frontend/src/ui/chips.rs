//! Small choices in a row: shortcuts that are pressed or not, and filters that name their value.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::icon::{Icon, IconName};
use crate::ui::select::Entries;

/// A shortcut that is pressed or not. Several stand in a `<div class="chips">`.
#[component]
pub(crate) fn Chip(
    /// Whether it is pressed.
    #[prop(into)]
    pressed: Signal<bool>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// Its text.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            class="chip"
            type="button"
            aria-pressed=move || if pressed.get() { "true" } else { "false" }
            on:click=move |_| on_press.run(())
        >
            {children()}
        </button>
    }
}

/// A filter that names what it lets through: "Vault: all".
#[component]
pub(crate) fn ChipSelect(
    /// What is filtered by.
    #[prop(into)]
    label: TextProp,
    /// What there is to choose; the empty key lets everything through.
    #[prop(into)]
    entries: Signal<Entries>,
    /// The key that is chosen.
    #[prop(into)]
    chosen: Signal<String>,
    /// Chooses another key.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="chip-select">
            <span>{move || label.get()} ":"</span>
            <select on:change:target=move |event| on_choose.run(event.target().value())>
                {move || entries.get().into_iter().map(|(key, text)| {
                    let own = key.clone();
                    view! { <option value=key selected=move || chosen.with(|chosen| *chosen == own)>{text}</option> }
                }).collect_view()}
            </select>
            <Icon name=IconName::Chev/>
        </label>
    }
}

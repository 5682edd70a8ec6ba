//! A choice among a few, each with what it means: radio buttons as ruled rows.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::unique_id;

/// One of a few.
#[derive(Clone)]
pub(crate) struct Choice<K> {
    /// What is chosen by it.
    pub(crate) value: K,
    /// Its name.
    pub(crate) title: String,
    /// What it means.
    pub(crate) hint: String,
    /// Why it cannot be chosen now, if it cannot: shown in the place of the hint.
    pub(crate) off: Option<String>,
}

/// A choice among a few.
#[component]
pub(crate) fn Choices<K: Clone + PartialEq + Send + Sync + 'static>(
    /// What is asked for.
    #[prop(into)]
    legend: TextProp,
    /// What there is to choose.
    #[prop(into)]
    choices: Signal<Vec<Choice<K>>>,
    /// What is chosen.
    chosen: RwSignal<Option<K>>,
) -> impl IntoView {
    let name = unique_id("choice");
    let row = move |choice: Choice<K>| {
        let (own, other) = (choice.value.clone(), choice.value);
        let is_off = choice.off.is_some();
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    disabled=is_off
                    prop:checked=move || chosen.with(|chosen| chosen.as_ref() == Some(&own))
                    on:change=move |_| chosen.set(Some(other.clone()))
                />
                <span class="title">{choice.title}</span>
                <span class="hint">{choice.off.unwrap_or(choice.hint)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{move || legend.get()}</legend>
            <div class="choices">{move || choices.get().into_iter().map(&row).collect_view()}</div>
        </fieldset>
    }
}

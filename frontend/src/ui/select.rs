//! A choice among many, by the browser's own list.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::field::Field;
use crate::ui::form::Entry;
use crate::ui::icon::{Icon, IconName};

/// An entry of a list: its key, and what is shown.
pub(crate) type Entries = Vec<(String, String)>;

/// The key that is chosen: what someone chose, or the first there is.
pub(crate) fn chosen_or_first(chosen: &str, entries: &Entries) -> Option<String> {
    if chosen.is_empty() { entries.first().map(|(key, _)| key.clone()) } else { Some(chosen.to_owned()) }
}

/// A choice among many; the entry's text is the key of what is chosen.
#[component]
pub(crate) fn SelectField<T: Clone + PartialEq + Send + Sync + 'static>(
    /// What is asked for.
    #[prop(into)]
    label: TextProp,
    /// What it is good for.
    #[prop(optional, into)]
    hint: TextProp,
    /// What is shown while nothing is chosen.
    #[prop(optional, into)]
    placeholder: Option<String>,
    /// What there is to choose.
    #[prop(into)]
    entries: Signal<Entries>,
    /// What is chosen.
    entry: Entry<T>,
) -> impl IntoView {
    let chosen = entry.text;
    view! {
        <Field label hint error=entry.error() let:ids>
            <span class="select">
                <select
                    id=ids.control
                    aria-describedby=ids.described_by
                    aria-invalid=move || ids.invalid.get()
                    on:change:target=move |event| chosen.set(event.target().value())
                >
                    {placeholder.map(|text| view! {
                        <option value="" disabled selected=move || chosen.with(String::is_empty)>{text}</option>
                    })}
                    {move || entries.get().into_iter().map(|(key, text)| {
                        let own = key.clone();
                        view! { <option value=key selected=move || chosen.with(|chosen| *chosen == own)>{text}</option> }
                    }).collect_view()}
                </select>
                <Icon name=IconName::Chev/>
            </span>
        </Field>
    }
}

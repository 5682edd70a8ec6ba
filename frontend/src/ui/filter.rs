//! The field above a list: it narrows what is shown while someone types, and `/` leads to it.

use leptos::ev::{self, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::ui::icon::{Icon, IconName, IconSize};

/// The field above a list.
#[component]
pub(crate) fn Filter(
    /// What it filters by.
    #[prop(into)]
    label: TextProp,
    /// What is typed.
    text: RwSignal<String>,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let handle = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        if let (true, Some(field)) = (is_call(&event), field.get_untracked()) {
            event.prevent_default();
            field.select();
        }
    });
    on_cleanup(move || handle.remove());
    let placeholder = label.clone();
    view! {
        <label class="filter">
            <Icon name=IconName::Search size=IconSize::Small/>
            <input
                type="search"
                node_ref=field
                aria-label=move || label.get().into_owned()
                placeholder=move || placeholder.get().into_owned()
                autocomplete="off"
                spellcheck="false"
                prop:value=move || text.get()
                on:input:target=move |event| text.set(event.target().value())
            />
            <kbd aria-hidden="true">"/"</kbd>
        </label>
    }
}

/// Whether a name passes a filter: letters' case does not matter, and every word has to be in it.
pub(crate) fn passes(name: &str, filter: &str) -> bool {
    let name = name.to_lowercase();
    filter.to_lowercase().split_whitespace().all(|word| name.contains(word))
}

/// Whether `/` was pressed outside of any field.
pub(crate) fn is_call(event: &KeyboardEvent) -> bool {
    let inside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing =
        inside.is_some_and(|element| element.closest("input, select, textarea").is_ok_and(|field| field.is_some()));
    event.key() == "/" && !typing && !event.ctrl_key() && !event.meta_key() && !event.alt_key()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_find_by_any_part_of_a_name() {
        assert!(passes("Recovery Services vaults", "Recov"));
        assert!(passes("Recovery Services vaults", "vault serv"));
        assert!(!passes("Backup jobs", "Recov"));
        assert!(passes("anything", "  "));
    }
}

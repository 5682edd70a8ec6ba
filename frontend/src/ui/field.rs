//! A labelled field: the label above, the hint or the error below, and both told to screen readers.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::browser;
use crate::ui::form::Entry;
use crate::ui::status::{Shape, StatusShape};
use crate::ui::unique_id;

/// What a control inside a `Field` has to carry.
#[derive(Clone)]
pub(crate) struct FieldIds {
    /// Its `id`.
    pub(crate) control: String,
    /// Its `aria-describedby`.
    pub(crate) described_by: String,
    /// Its `aria-invalid`.
    pub(crate) invalid: Signal<Option<&'static str>>,
}

/// A label with a control of any kind below it.
#[component]
pub(crate) fn Field<V: IntoView>(
    /// What is asked for.
    #[prop(into)]
    label: TextProp,
    /// The rule, or what it is good for.
    #[prop(optional, into)]
    hint: TextProp,
    /// Why what is there is refused.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The control; it carries the ids that it gets.
    children: impl FnOnce(FieldIds) -> V,
) -> impl IntoView {
    let control = unique_id("field");
    let described_by = format!("{control}-note");
    let invalid = Signal::derive(move || error.get().is_some().then_some("true"));
    let ids = FieldIds { control: control.clone(), described_by: described_by.clone(), invalid };
    let note = move || match error.get() {
        Some(error) => {
            view! { <p class="fault"><StatusShape shape=Shape::Failed size="small"/> {error}</p> }.into_any()
        }
        None => {
            Some(hint.get()).filter(|hint| !hint.is_empty()).map(|hint| view! { <p class="hint">{hint}</p> }).into_any()
        }
    };
    view! {
        <div class="field">
            <label for=control>{move || label.get()}</label>
            {children(ids)}
            <div id=described_by aria-live="polite">{note}</div>
        </div>
    }
}

/// A line of text with its rule.
#[component]
pub(crate) fn TextField<T: Clone + PartialEq + Send + Sync + 'static>(
    /// What is asked for.
    #[prop(into)]
    label: TextProp,
    /// The rule, or what it is good for.
    #[prop(optional, into)]
    hint: TextProp,
    /// What is typed.
    entry: Entry<T>,
    /// `text`, `password`.
    #[prop(optional)]
    kind: Option<&'static str>,
    /// What the browser may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Whether it takes the focus when it appears.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let (true, Some(input)) = (first, input.get()) {
            browser::focus_element(&input);
        }
    });
    view! {
        <Field label hint error=entry.error() let:ids>
            <input
                class="input"
                node_ref=input
                id=ids.control
                type=kind.unwrap_or("text")
                autocomplete=autocomplete.unwrap_or("off")
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=ids.described_by
                aria-invalid=move || ids.invalid.get()
                prop:value=move || entry.text.get()
                on:input:target=move |event| entry.text.set(event.target().value())
            />
        </Field>
    }
}

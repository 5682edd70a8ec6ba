//! The only modal box: for what cannot be taken back. Where something is lost it names that, and asks for a name to be typed.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::i18n::use_strings;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::form::Entry;
use crate::ui::unique_id;

/// Asks before something is done. It is open while `open` is; the browser keeps the focus inside and gives it back.
#[component]
pub(crate) fn Ask(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is about to be done.
    #[prop(into)]
    title: TextProp,
    /// The word on the button.
    #[prop(into)]
    action: TextProp,
    /// How loud the button is.
    kind: ButtonKind,
    /// Whether the button does nothing now.
    #[prop(optional, into)]
    off: Signal<bool>,
    /// Does it.
    #[prop(into)]
    on_submit: Callback<()>,
    /// What there is to know before.
    children: Children,
) -> impl IntoView {
    let s = use_strings();
    let heading = unique_id("dialog");
    let labelled_by = heading.clone();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            match (open.get(), dialog.open()) {
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !off.get_untracked() {
            on_submit.run(());
        }
    };
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby=labelled_by on:close=move |_| open.set(false)>
            <form novalidate on:submit=submit>
                <h2 id=heading>{move || title.get()}</h2>
                {children()}
                <div class="foot">
                    <Button submit=true kind off>{move || action.get()}</Button>
                    <Button kind=ButtonKind::Quiet on_press=move |()| open.set(false)>{s.words.cancel}</Button>
                </div>
            </form>
        </dialog>
    }
}

/// Asks before something is lost.
#[component]
pub(crate) fn ConfirmLoss(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is about to be done.
    #[prop(into)]
    title: TextProp,
    /// The name to type.
    #[prop(into)]
    name: Signal<String>,
    /// The word on the button.
    #[prop(into)]
    action: TextProp,
    /// Does it.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// What is lost, in numbers.
    children: Children,
) -> impl IntoView {
    let s = use_strings();
    let typed =
        Entry::new(
            "",
            move |text| {
                if name.with(|name| name == text) { Ok(()) } else { Err((s.words.type_name)(&name.get())) }
            },
        );
    let submit = move |()| {
        if typed.check().is_some() {
            open.set(false);
            typed.text.set(String::new());
            on_confirm.run(());
        }
    };
    view! {
        <Ask open title action kind=ButtonKind::Danger on_submit=submit>
            <div>{children()}</div>
            <TextField label=move || (s.words.type_name)(&name.get()) entry=typed/>
        </Ask>
    }
}

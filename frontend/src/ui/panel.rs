//! A panel beside the page: it has its own address, is not modal, and keeps the page in view.
//!
//! The focus moves into it, Escape closes it, and the focus goes back to where it was.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::browser;
use crate::i18n::use_strings;
use crate::navigation;
use crate::ui::button::IconButton;
use crate::ui::icon::IconName;
use crate::ui::unique_id;

/// A panel with a form: the body scrolls, the footer stays, and Enter sends it.
#[component]
pub(crate) fn Panel(
    /// What is done here.
    #[prop(into)]
    title: TextProp,
    /// To what.
    #[prop(optional, into)]
    subtitle: TextProp,
    /// Whether it needs more room.
    #[prop(optional)]
    wide: bool,
    /// Sends the form.
    #[prop(into)]
    on_submit: Callback<()>,
    /// The buttons: the action first, then `Cancel`.
    #[prop(into)]
    footer: ViewFn,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let s = use_strings();
    let heading = unique_id("panel");
    let labelled_by = heading.clone();
    let title_ref = NodeRef::<html::H2>::new();
    take_focus(title_ref);
    let keys = |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            navigation::close_panel();
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    view! {
        <section class="panel" role="dialog" aria-labelledby=labelled_by data-wide=wide.then_some("") on:keydown=keys>
            <div class="head">
                <div>
                    <h2 id=heading tabindex="-1" node_ref=title_ref>{move || title.get()}</h2>
                    <p>{move || subtitle.get()}</p>
                </div>
                <IconButton label=s.words.close icon=IconName::Close on_press=|()| navigation::close_panel()/>
            </div>
            <form novalidate on:submit=submit>
                <div class="body">{children()}</div>
                <div class="foot">{move || footer.run()}</div>
            </form>
        </section>
    }
}

/// Moves the focus to an element once it is there, and back when the view is gone.
fn take_focus(to: NodeRef<html::H2>) {
    let before = StoredValue::new_local(browser::focused());
    Effect::new(move |_| {
        if let Some(heading) = to.get() {
            browser::focus_element(&heading);
        }
    });
    on_cleanup(move || {
        if let Some(element) = before.try_get_value().flatten().filter(|element| element.is_connected()) {
            browser::focus_element(&element);
        }
    });
}

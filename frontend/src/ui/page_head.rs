//! The title of a page: in the heading, in the browser's tab, and under the focus after a move.

use leptos::html::H1;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::{browser, navigation};

/// The title of a page and its commands.
#[component]
pub(crate) fn PageHead(
    /// The title.
    #[prop(into)]
    title: TextProp,
    /// A sentence below it.
    #[prop(optional, into)]
    intro: TextProp,
    /// Its commands, the first one first.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    announce(title.clone(), heading);
    let sentence = move || Some(intro.get()).filter(|text| !text.is_empty()).map(|text| view! { <p>{text}</p> });
    view! {
        <header class="page-head">
            <div class="title">
                <h1 tabindex="-1" node_ref=heading>{move || title.get()}</h1>
                {sentence}
            </div>
            {children.map(|children| view! { <div class="commands">{children()}</div> })}
        </header>
    }
}

/// Says the title in the browser's tab, and moves the focus to the heading when someone has come here from another page.
pub(crate) fn announce(title: TextProp, heading: NodeRef<H1>) {
    Effect::new(move |_| document().set_title(&format!("{} · Cofre", title.get())));
    Effect::new(move |_| {
        if let (Some(heading), true) = (heading.get(), navigation::has_moved()) {
            browser::focus_element(&heading);
        }
    });
}

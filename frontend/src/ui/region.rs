//! A part of a page: a hairline, a heading, a note, a link at the end.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::unique_id;

/// A part of a page.
#[component]
pub(crate) fn Region(
    /// Its heading.
    #[prop(into)]
    title: TextProp,
    /// A few words beside it.
    #[prop(optional, into)]
    note: TextProp,
    /// A link at the end: text and address.
    #[prop(optional)]
    link: Option<(&'static str, String)>,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let heading = unique_id("region");
    let labelled_by = heading.clone();
    view! {
        <section class="region" aria-labelledby=labelled_by>
            <header>
                <h2 id=heading>{move || title.get()}</h2>
                <span class="note">{move || note.get()}</span>
                {link.map(|(text, href)| view! { <a href=href>{text}</a> })}
            </header>
            {children()}
        </section>
    }
}

//! A state with a reason: two sentences behind a coloured edge.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::status::{Shape, Status};

/// Something that has to be said in the page.
#[component]
pub(crate) fn Say(
    /// How bad it is.
    shape: Shape,
    /// What it is.
    #[prop(into)]
    title: TextProp,
    /// Why, and what it means.
    #[prop(into)]
    text: TextProp,
    /// Buttons and links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="say" data-state=shape.word()>
            <div class="title"><Status shape word=title/></div>
            <p>{move || text.get()}</p>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}

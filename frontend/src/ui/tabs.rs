//! A row of links that divide one list by state.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::status::{Shape, StatusShape};

/// A row of `Tab`s.
#[component]
pub(crate) fn Tabs(
    /// What they divide, for screen readers.
    #[prop(into)]
    label: TextProp,
    /// The tabs.
    children: Children,
) -> impl IntoView {
    view! { <nav class="tabs" aria-label=move || label.get().into_owned()>{children()}</nav> }
}

/// One state of a list, with its count.
#[component]
pub(crate) fn Tab(
    /// Where it leads.
    #[prop(into)]
    href: TextProp,
    /// Whether it is what is shown.
    #[prop(into)]
    current: Signal<bool>,
    /// The state's shape.
    #[prop(optional, into)]
    shape: Option<Shape>,
    /// How many there are.
    #[prop(optional, into)]
    count: TextProp,
    /// Its word.
    children: Children,
) -> impl IntoView {
    view! {
        <a href=move || href.get().into_owned() aria-current=move || current.get().then_some("page")>
            {shape.map(|shape| view! { <StatusShape shape/> })}
            {children()}
            <b>{move || count.get()}</b>
        </a>
    }
}

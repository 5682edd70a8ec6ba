//! The menu of one thing, before its page: its name, its pages in groups. Without room it is a row above the page.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// The menu of one thing. Headings in it are `<h2 class="nav-heading">`.
#[component]
pub(crate) fn SubMenu(
    /// The thing's name: untrusted text.
    #[prop(into)]
    name: Signal<String>,
    /// What kind of thing it is.
    what: &'static str,
    /// `SubMenuLink`s and headings.
    children: Children,
) -> impl IntoView {
    view! {
        <nav class="sub-menu" aria-label=move || name.get()>
            <div class="name">
                <b>{move || name.get()}</b>
                <br/>
                <span class="fine quiet">{what}</span>
            </div>
            {children()}
        </nav>
    }
}

/// A page of the thing.
#[component]
pub(crate) fn SubMenuLink(
    /// Where it leads.
    #[prop(into)]
    href: TextProp,
    /// Whether it is the page that is shown.
    #[prop(into)]
    current: Signal<bool>,
    /// How many things are there.
    #[prop(optional, into)]
    count: TextProp,
    /// Its name.
    children: Children,
) -> impl IntoView {
    let number =
        move || Some(count.get()).filter(|text| !text.is_empty()).map(|text| view! { <span class="n">{text}</span> });
    view! {
        <a
            class="nav"
            href=move || href.get().into_owned()
            aria-current=move || current.get().then_some("page")
        >
            <span>{children()}</span>
            {number}
        </a>
    }
}

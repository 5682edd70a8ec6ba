//! The main part of a page: where the skip link leads.

use leptos::prelude::*;

/// The main part of a page; every page's view is one.
#[component]
pub(crate) fn PageFrame(
    /// The page.
    children: Children,
) -> impl IntoView {
    view! { <main class="main" id="main" tabindex="-1">{children()}</main> }
}

//! The way to a page.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::i18n::use_strings;

/// The pages above this one, each with its address, outermost first; the page itself is its heading.
#[component]
pub(crate) fn Crumbs(
    /// Title and address of each page above.
    above: Vec<(TextProp, String)>,
) -> impl IntoView {
    let s = use_strings();
    let links = above.into_iter().map(|(title, href)| view! { <li><a href=href>{move || title.get()}</a></li> });
    view! { <nav class="crumbs" aria-label=s.words.breadcrumbs><ol>{links.collect_view()}</ol></nav> }
}

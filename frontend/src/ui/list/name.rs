//! The name of a row that leads nowhere.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// The name of a row that leads nowhere: no stop of Tab, but the arrows walk over it as over the others.
#[component]
pub(crate) fn RowName(
    /// The name.
    #[prop(into)]
    name: TextProp,
) -> impl IntoView {
    view! { <span tabindex="-1">{move || name.get()}</span> }
}

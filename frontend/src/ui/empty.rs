//! Nothing is here: what this is, and the one button that starts it.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::icon::{Icon, IconName, IconSize};

/// Nothing is here.
#[component]
pub(crate) fn Empty(
    /// What would be here.
    icon: IconName,
    /// That there is none.
    #[prop(into)]
    title: TextProp,
    /// What it is.
    #[prop(into)]
    text: TextProp,
    /// The one button that starts it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon name=icon size=IconSize::Large/>
            <h2>{move || title.get()}</h2>
            <p>{move || text.get()}</p>
            {children.map(|children| children())}
        </div>
    }
}

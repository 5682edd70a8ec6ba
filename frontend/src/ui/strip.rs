//! A row of days, each a shape that leads somewhere: Tab comes to one of them, arrows, Home and End walk.

use leptos::ev::KeyboardEvent;
use leptos::html::Ol;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::status::{Shape, StatusShape};
use crate::ui::walk::walk;

/// A day of the row.
#[derive(Clone, PartialEq)]
pub(crate) struct StripDay {
    /// How it was.
    pub(crate) shape: Shape,
    /// All that there is to say of it; shows on hover.
    pub(crate) label: String,
    /// Where it leads.
    pub(crate) href: String,
}

/// A row of days.
#[component]
pub(crate) fn Strip(
    /// Whose days they are, for screen readers.
    #[prop(into)]
    label: TextProp,
    /// The days, oldest first.
    #[prop(into)]
    days: Signal<Vec<StripDay>>,
) -> impl IntoView {
    let list = NodeRef::<Ol>::new();
    // The day that Tab comes to; the last one until someone walks.
    let entrance = RwSignal::new(None::<usize>);
    let keys = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        if let Some(to) = walk(&event, &list) {
            entrance.set(Some(to));
        }
    };
    let count = move || days.with(Vec::len);
    let day = move |(place, day): (usize, StripDay)| {
        let is_entrance = move || entrance.get().filter(|place| *place < count()).unwrap_or(count() - 1) == place;
        view! {
            <li>
                <a
                    href=day.href
                    aria-label=day.label.clone()
                    title=day.label
                    data-state=day.shape.word()
                    tabindex=move || if is_entrance() { "0" } else { "-1" }
                >
                    <StatusShape shape=day.shape size="small"/>
                </a>
            </li>
        }
    };
    view! {
        <ol class="strip" aria-label=move || label.get().into_owned() node_ref=list on:keydown=keys>
            {move || days.get().into_iter().enumerate().map(day).collect_view()}
        </ol>
    }
}

//! A row of days, each a shape that leads somewhere: Tab comes to one of them, arrows, Home and End walk.

use leptos::ev::KeyboardEvent;
use leptos::html::Ol;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::browser;
use crate::ui::status::{Shape, StatusShape};

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
        let links = browser::all_below(&list, "a");
        let here = browser::focused().and_then(|focused| links.iter().position(|link| link == focused.as_ref()));
        if let Some(to) = here.and_then(|here| step(&event.key(), here, links.len())) {
            event.prevent_default();
            entrance.set(Some(to));
            browser::focus_element(&links[to]);
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

/// Where a key leads from a day.
fn step(key: &str, here: usize, count: usize) -> Option<usize> {
    match key {
        "ArrowLeft" => Some(here.saturating_sub(1)),
        "ArrowRight" => Some((here + 1).min(count.saturating_sub(1))),
        "Home" => Some(0),
        "End" => Some(count.saturating_sub(1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_walk_the_days_and_stop_at_their_ends() {
        assert_eq!(step("ArrowLeft", 29, 30), Some(28));
        assert_eq!(step("ArrowRight", 29, 30), Some(29));
        assert_eq!(step("ArrowLeft", 0, 30), Some(0));
        assert_eq!((step("Home", 7, 30), step("End", 7, 30), step("Tab", 7, 30)), (Some(0), Some(29), None));
    }
}

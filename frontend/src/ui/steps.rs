//! The steps of a form that is filled in one after the other: which are done, and where one is.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::icon::{Icon, IconName};

/// A row of steps.
#[component]
pub(crate) fn Steps(
    /// What they are steps of, for screen readers.
    #[prop(into)]
    label: TextProp,
    /// Their names, in order.
    titles: Vec<&'static str>,
    /// The number of the current one; behind the last, all are done.
    #[prop(into)]
    current: Signal<usize>,
) -> impl IntoView {
    let step = move |(number, title): (usize, &'static str)| {
        let is_done = Memo::new(move |_| number < current.get());
        view! {
            <li
                data-done=move || is_done.get().then_some("")
                aria-current=move || (number == current.get()).then_some("step")
            >
                {move || is_done.get().then(|| view! { <Icon name=IconName::Check/> })}
                <span>{title}</span>
            </li>
        }
    };
    view! {
        <ol class="steps" aria-label=move || label.get().into_owned()>
            {titles.into_iter().enumerate().map(step).collect_view()}
        </ol>
    }
}

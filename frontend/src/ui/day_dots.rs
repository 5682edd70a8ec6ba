//! A row of days, small: what is well is a dot, what is not has its shape. One picture, told in a sentence.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::status::{Shape, StatusShape};

/// A row of days, small.
#[component]
pub(crate) fn DayDots(
    /// What the days came to, as a sentence; shows on hover.
    #[prop(into)]
    label: TextProp,
    /// How each was, oldest first.
    #[prop(into)]
    days: Signal<Vec<Shape>>,
) -> impl IntoView {
    let title = label.clone();
    let day = |shape: Shape| match shape {
        Shape::Ok | Shape::NotDue | Shape::Pending => view! { <i data-state=shape.word()></i> }.into_any(),
        _ => view! { <StatusShape shape size="small"/> }.into_any(),
    };
    view! {
        <span
            class="day-dots"
            role="img"
            aria-label=move || label.get().into_owned()
            title=move || title.get().into_owned()
        >
            {move || days.get().into_iter().map(day).collect_view()}
        </span>
    }
}

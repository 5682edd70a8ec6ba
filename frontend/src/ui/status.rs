//! A state, the only way to show one: shape, word, small reason.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// A state that has a shape and a colour of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Filled circle: all is well.
    Ok,
    /// Triangle: there is something to know.
    Warning,
    /// Octagon: failed.
    Failed,
    /// Hollow clock: overdue.
    Overdue,
    /// Dashed ring: waits for its first time.
    Pending,
    /// Filled square: stopped by someone.
    Stopped,
    /// Ring with an arc: under way.
    Running,
    /// Struck ring: there is none.
    None,
    /// Short dash: not due.
    NotDue,
}

impl Shape {
    /// The state as `data-state` has it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Shape::Ok => "ok",
            Shape::Warning => "warning",
            Shape::Failed => "failed",
            Shape::Overdue => "overdue",
            Shape::Pending => "pending",
            Shape::Stopped => "stopped",
            Shape::Running => "running",
            Shape::None => "none",
            Shape::NotDue => "not-due",
        }
    }

    const fn reference(self) -> &'static str {
        match self {
            Shape::Ok => "#s-ok",
            Shape::Warning => "#s-warn",
            Shape::Failed => "#s-failed",
            Shape::Overdue => "#s-overdue",
            Shape::Pending => "#s-pending",
            Shape::Stopped => "#s-stopped",
            Shape::Running => "#s-run",
            Shape::None => "#s-none",
            Shape::NotDue => "#s-notdue",
        }
    }
}

/// The shape alone, where a word stands near by.
#[component]
pub(crate) fn StatusShape(
    /// Which state.
    #[prop(into)]
    shape: Signal<Shape>,
    /// `small` or `large`; nothing is the ordinary size.
    #[prop(optional)]
    size: &'static str,
) -> impl IntoView {
    view! {
        <svg class="shape" data-state=move || shape.get().word() data-size=size aria-hidden="true">
            <use href=move || shape.get().reference()></use>
        </svg>
    }
}

/// A state: shape, word, and a small reason.
#[component]
pub(crate) fn Status(
    /// Which state.
    #[prop(into)]
    shape: Signal<Shape>,
    /// Its word.
    #[prop(into)]
    word: TextProp,
    /// Why, in a few words.
    #[prop(optional, into)]
    reason: TextProp,
) -> impl IntoView {
    let small =
        move || Some(reason.get()).filter(|text| !text.is_empty()).map(|text| view! { " " <small>{text}</small> });
    view! {
        <span class="status" data-state=move || shape.get().word()>
            <StatusShape shape/>
            <span>{move || word.get()} {small}</span>
        </span>
    }
}

//! A bar that advances by width and never goes back.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// What a bar says by its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Something is under way.
    #[default]
    Running,
    /// It is done.
    Done,
    /// A level, such as used storage.
    Level,
    /// A level that will run over.
    Over,
}

impl Tone {
    const fn word(self) -> &'static str {
        match self {
            Tone::Running => "running",
            Tone::Done => "done",
            Tone::Level => "level",
            Tone::Over => "over",
        }
    }
}

/// A bar. A level may fall; what is under way may not.
#[component]
pub(crate) fn Progress(
    /// What it is the progress of, for screen readers.
    #[prop(into)]
    label: TextProp,
    /// The share, 0 to 1; nothing while it cannot be told.
    #[prop(into)]
    share: Signal<Option<f64>>,
    /// What it says by its colour.
    #[prop(optional, into)]
    tone: Signal<Tone>,
) -> impl IntoView {
    let shown = Memo::new(move |before: Option<&Option<f64>>| {
        let before = before.copied().flatten().unwrap_or(0.0);
        let moves_on = matches!(tone.get(), Tone::Running | Tone::Done);
        share.get().map(|share| if moves_on { share.max(before) } else { share }.clamp(0.0, 1.0))
    });
    let percent = move || shown.get().map(|share| format!("{:.0}", share * 100.0));
    let role = move || if matches!(tone.get(), Tone::Level | Tone::Over) { "meter" } else { "progressbar" };
    view! {
        <div
            class="progress"
            role=role
            data-tone=move || tone.get().word()
            aria-label=move || label.get().into_owned()
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=percent
        >
            <i style:width=move || format!("{:.2}%", shown.get().unwrap_or(0.0) * 100.0)></i>
        </div>
    }
}

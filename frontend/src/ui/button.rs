//! Buttons, and links that look like them.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::icon::{Icon, IconName};

/// How loud a button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ButtonKind {
    /// One of several.
    #[default]
    Plain,
    /// The one that this place is for.
    Primary,
    /// Hardly there.
    Quiet,
    /// Something is lost by it.
    Danger,
}

impl ButtonKind {
    const fn word(self) -> &'static str {
        match self {
            ButtonKind::Plain => "plain",
            ButtonKind::Primary => "primary",
            ButtonKind::Quiet => "quiet",
            ButtonKind::Danger => "danger",
        }
    }
}

/// A button. While `off` it stays in the order of the Tab key, says that it is off, and does nothing.
#[component]
pub(crate) fn Button(
    /// How loud.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Whether it sends the form that it stands in.
    #[prop(optional)]
    submit: bool,
    /// Whether it does nothing now.
    #[prop(optional, into)]
    off: Signal<bool>,
    /// What it does.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Its text.
    children: Children,
) -> impl IntoView {
    let press = move |event: leptos::ev::MouseEvent| {
        if off.get_untracked() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    let mode = if submit { "submit" } else { "button" };
    view! {
        <button
            class="button"
            type=mode
            data-kind=kind.word()
            aria-disabled=move || off.get().then_some("true")
            on:click=press
        >
            {icon.map(|name| view! { <Icon name/> })}
            {children()}
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub(crate) fn ButtonLink(
    /// Where it leads.
    #[prop(into)]
    href: TextProp,
    /// How loud.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Its text.
    children: Children,
) -> impl IntoView {
    view! {
        <a class="button" href=move || href.get().into_owned() data-kind=kind.word()>
            {icon.map(|name| view! { <Icon name/> })}
            {children()}
        </a>
    }
}

/// A button that is an icon; its label is for screen readers and shows on hover.
#[component]
pub(crate) fn IconButton(
    /// What it does, in words.
    #[prop(into)]
    label: TextProp,
    /// The icon.
    icon: IconName,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let title = label.clone();
    view! {
        <button
            class="icon-button"
            type="button"
            aria-label=move || label.get().into_owned()
            title=move || title.get().into_owned()
            on:click=move |_| on_press.run(())
        >
            <Icon name=icon/>
        </button>
    }
}

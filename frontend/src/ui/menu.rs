//! A menu in a popover: arrows, Home and End move, Enter chooses, Escape closes and gives the focus back.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser;
use crate::ui::icon::{Icon, IconName};
use crate::ui::popover::{Popover, close_around};

const ENTRIES: &str = "[role^=menuitem]";

/// A button that opens a menu of `MenuLink`s, `MenuButton`s, `MenuTick`s, `MenuCheck`s and `<hr/>`s.
#[component]
pub(crate) fn Menu(
    /// What it is the menu of.
    #[prop(into)]
    label: TextProp,
    /// The button's classes.
    #[prop(default = "icon-button")]
    class: &'static str,
    /// The id of the button.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What stands on the button; three dots by default.
    #[prop(optional, into)]
    face: Option<ViewFn>,
    /// The entries.
    children: Children,
) -> impl IntoView {
    let face = face.unwrap_or_else(|| (|| view! { <Icon name=IconName::More/> }).into());
    let opened = Callback::new(|(content, is_open): (HtmlElement, bool)| {
        if let (true, Some(first)) = (is_open, browser::all_below(&content, ENTRIES).first()) {
            browser::focus_element(first);
        }
    });
    view! {
        <Popover label class id=id.unwrap_or_default() role="menu" content_class="menu" on_toggle=opened face>
            <MenuKeys/>
            {children()}
        </Popover>
    }
}

/// Listens to the keys of the menu that it stands in.
#[component]
fn MenuKeys() -> impl IntoView {
    let anchor = NodeRef::<leptos::html::Span>::new();
    let pressed = move |event: KeyboardEvent| {
        let Some(menu) = anchor.get_untracked().and_then(|anchor| anchor.parent_element()) else { return };
        let inside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if inside.is_some_and(|element| menu.contains(Some(&element))) {
            move_focus(&menu, &event);
        }
    };
    let handle = window_event_listener(leptos::ev::keydown, pressed);
    on_cleanup(move || handle.remove());
    view! { <span node_ref=anchor hidden></span> }
}

fn move_focus(menu: &Element, event: &KeyboardEvent) {
    let entries = browser::all_below(menu, ENTRIES);
    let here = browser::focused().and_then(|focused| entries.iter().position(|entry| entry == focused.as_ref()));
    let count = entries.len();
    let next = match (event.key().as_str(), here) {
        (_, _) if count == 0 => return,
        ("ArrowDown", Some(here)) => (here + 1) % count,
        ("ArrowDown" | "Home", _) => 0,
        ("ArrowUp", Some(here)) => (here + count - 1) % count,
        ("ArrowUp" | "End", _) => count - 1,
        ("Tab", _) => {
            close_around(menu);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    browser::focus_element(&entries[next]);
}

/// An entry that leads somewhere.
#[component]
pub(crate) fn MenuLink(
    /// Where it leads.
    #[prop(into)]
    href: TextProp,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Its text.
    children: Children,
) -> impl IntoView {
    let close = |event: leptos::ev::MouseEvent| close_at(&event);
    view! {
        <a role="menuitem" tabindex="-1" href=move || href.get().into_owned() on:click=close>
            {icon.map(|name| view! { <Icon name/> })}
            {children()}
        </a>
    }
}

/// An entry that does something.
#[component]
pub(crate) fn MenuButton(
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Whether something is lost by it.
    #[prop(optional)]
    danger: bool,
    /// Whether it does nothing now.
    #[prop(optional, into)]
    off: Signal<bool>,
    /// Its text.
    children: Children,
) -> impl IntoView {
    let press = move |event: leptos::ev::MouseEvent| {
        if !off.get_untracked() {
            close_at(&event);
            on_press.run(());
        }
    };
    view! {
        <button
            role="menuitem"
            type="button"
            tabindex="-1"
            data-kind=danger.then_some("danger")
            aria-disabled=move || off.get().then_some("true")
            on:click=press
        >
            {icon.map(|name| view! { <Icon name/> })}
            {children()}
        </button>
    }
}

/// One of several entries of which one is chosen.
#[component]
pub(crate) fn MenuTick(
    /// Whether it is the chosen one.
    #[prop(into)]
    chosen: Signal<bool>,
    /// Chooses it.
    #[prop(into)]
    on_press: Callback<()>,
    /// The language that its text is in, where it is another than the page's.
    #[prop(optional, into)]
    lang: Option<&'static str>,
    /// Its text.
    children: Children,
) -> impl IntoView {
    let press = move |event: leptos::ev::MouseEvent| {
        close_at(&event);
        on_press.run(());
    };
    view! {
        <button
            role="menuitemradio"
            type="button"
            tabindex="-1"
            lang=lang
            aria-checked=move || if chosen.get() { "true" } else { "false" }
            on:click=press
        >
            {children()}
            <span class="tick">{move || chosen.get().then(|| view! { <Icon name=IconName::Check/> })}</span>
        </button>
    }
}

/// One of several entries that are each on or off; the menu stays open.
#[component]
pub(crate) fn MenuCheck(
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Turns it on or off.
    #[prop(into)]
    on_press: Callback<()>,
    /// Its text.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            role="menuitemcheckbox"
            type="button"
            tabindex="-1"
            aria-checked=move || if checked.get() { "true" } else { "false" }
            on:click=move |_| on_press.run(())
        >
            {children()}
            <span class="tick">{move || checked.get().then(|| view! { <Icon name=IconName::Check/> })}</span>
        </button>
    }
}

fn close_at(event: &leptos::ev::MouseEvent) {
    if let Some(element) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
        close_around(&element);
    }
}

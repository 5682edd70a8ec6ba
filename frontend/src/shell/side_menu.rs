//! The side menu; on a narrow screen it lies folded behind a button of the bar.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::session::use_session;
use crate::ui::icon::Icon;
use crate::{browser, navigation};

use super::places::{self, Group, Place};
use super::top_bar::FOLD_BUTTON;

/// The id of the menu, which the folding button controls.
pub(super) const ID: &str = "side-menu";

/// The side menu.
#[component]
pub(crate) fn SideMenu(
    /// Whether it is unfolded on a narrow screen.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            is_open.set(false);
            browser::focus(FOLD_BUTTON);
        }
    };
    let group = |group: Group| {
        view! {
            <h2 class="nav-heading">{group.name}</h2>
            {group.places.into_iter().map(entry).collect_view()}
        }
    };
    view! {
        <nav
            class="side-menu"
            id=ID
            aria-label=s.shell.main_menu
            data-open=move || is_open.get().then_some("")
            on:keydown=keys
            on:click=move |_| is_open.set(false)
        >
            {entry(places::overview(s))}
            {entry(places::services(s))}
            {move || places::groups(s, session).into_iter().map(group).collect_view()}
        </nav>
    }
}

fn entry(place: Place) -> impl IntoView {
    let is_here = move || navigation::page().route.map(places::home) == Some(place.route);
    view! {
        <a class="nav" href=place.route.path() aria-current=move || is_here().then_some("page") title=place.name>
            <Icon name=place.icon/>
            <span>{place.name}</span>
        </a>
    }
}

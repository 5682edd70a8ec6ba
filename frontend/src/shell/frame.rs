//! The frame itself.

use leptos::prelude::*;
use shared::event::Topic;

use crate::i18n::use_strings;
use crate::live::use_live;
use crate::session::use_session;
use crate::ui::button::Button;
use crate::ui::say::Say;
use crate::ui::status::Shape;
use crate::{navigation, pages};

use super::clock_doubt::ClockDoubted;
use super::side_menu::SideMenu;
use super::top_bar::TopBar;

/// The frame, the page of the address, and the panel beside it.
#[component]
pub(crate) fn Shell() -> impl IntoView {
    let s = use_strings();
    let is_menu_open = RwSignal::new(false);
    follow_access();
    let page = Memo::new(move |_| navigation::page().route);
    let panel = Memo::new(move |_| navigation::here().route);
    view! {
        <div class="shell">
            <a class="skip" href="#main">{s.shell.skip}</a>
            <TopBar is_menu_open/>
            <ClockDoubted/>
            <SideMenu is_open=is_menu_open/>
            <div class="work">
                {move || pages::page(page.get())}
                {move || panel.get().and_then(pages::panel)}
            </div>
        </div>
    }
}

/// Asks again what whoever is signed in may do, whenever something of users changed.
fn follow_access() {
    let (session, live) = (use_session(), use_live());
    Effect::new(move |before: Option<()>| {
        live.follow(Topic::Users);
        if before.is_some() {
            session.ask();
        }
    });
}

/// Says that the server is newer than the page, above whatever the page shows.
#[component]
pub(crate) fn NewerVersion() -> impl IntoView {
    let s = use_strings();
    let live = use_live();
    let reload = |()| drop(window().location().reload());
    move || {
        live.is_outdated().then(|| {
            view! {
                <Say shape=Shape::Warning title=s.shell.newer_title text=s.shell.newer_text>
                    <Button on_press=reload>{s.shell.reload}</Button>
                </Say>
            }
        })
    }
}

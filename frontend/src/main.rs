//! Cofre's page: a program that runs in the browser, shows what the server knows and asks it to act.
//!
//! `app` builds the tree from four contexts: who is signed in (`session`), what changes (`live`), in which words
//! (`i18n`) and what was just done (`ui::toast`). `routes` knows every address, `pages` what stands there, `parts` the
//! pieces that several pages share, `ui` the widgets that know nothing of backup.

#![allow(clippy::struct_field_names, reason = "a text is named by what it says")]
#![allow(unreachable_pub, reason = "the component macro writes pub for every component")]

mod api;
mod app;
mod browser;
mod clock;
mod i18n;
mod live;
mod loading;
mod navigation;
mod pages;
mod paging;
mod parts;
mod routes;
mod sending;
mod session;
mod shell;
mod theme;
mod ui;

fn main() {
    console_error_panic_hook::set_once();
    theme::apply(theme::initial());
    clock::start();
    navigation::start();
    leptos::mount::mount_to_body(app::App);
}

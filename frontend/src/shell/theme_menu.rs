//! The menu of colours.

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::theme::{self, Theme};
use crate::ui::icon::{Icon, IconName};
use crate::ui::menu::{Menu, MenuTick};

/// The menu of colours.
#[component]
pub(crate) fn ThemeMenu() -> impl IntoView {
    let s = use_strings();
    let current = RwSignal::new(theme::initial());
    let choose = move |wanted: Theme| {
        theme::choose(wanted);
        current.set(wanted);
    };
    let entry = move |theme: Theme| {
        let name = match theme {
            Theme::System => s.shell.theme_system,
            Theme::Light => s.shell.theme_light,
            Theme::Dark => s.shell.theme_dark,
            Theme::Contrast => s.shell.theme_contrast,
        };
        view! {
            <MenuTick chosen=Signal::derive(move || current.get() == theme) on_press=move |()| choose(theme)>{name}</MenuTick>
        }
    };
    view! {
        <Menu label=s.shell.theme face=|| view! { <Icon name=IconName::Theme/> }>
            {Theme::ALL.map(entry).collect_view()}
        </Menu>
    }
}

//! The bar across the top.

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::routes::Route;
use crate::ui::icon::{Icon, IconName};

use super::account::AccountMenu;
use super::help_link::HelpLink;
use super::language_menu::LanguageMenu;
use super::live_state::LiveState;
use super::notifications::Bell;
use super::search::SearchField;
use super::side_menu;
use super::theme_menu::ThemeMenu;

/// The id of the button that unfolds the menu.
pub(super) const FOLD_BUTTON: &str = "fold";

/// The bar across the top.
#[component]
pub(crate) fn TopBar(
    /// Whether the side menu is unfolded on a narrow screen.
    is_menu_open: RwSignal<bool>,
) -> impl IntoView {
    let s = use_strings();
    let face = move || view! { <Icon name=if is_menu_open.get() { IconName::Close } else { IconName::Menu }/> };
    view! {
        <header class="top-bar">
            <button
                class="icon-button fold"
                type="button"
                id=FOLD_BUTTON
                aria-label=s.shell.menu
                aria-controls=side_menu::ID
                aria-expanded=move || if is_menu_open.get() { "true" } else { "false" }
                on:click=move |_| is_menu_open.update(|open| *open = !*open)
            >
                {face}
            </button>
            <a class="brand" href=Route::Overview.path()><Icon name=IconName::Mark/> <span>"Cofre"</span></a>
            <SearchField/>
            <div class="end">
                <LiveState/>
                <Bell/>
                <HelpLink/>
                <LanguageMenu/>
                <ThemeMenu/>
                <AccountMenu/>
            </div>
        </header>
    }
}

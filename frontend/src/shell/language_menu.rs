//! The menu of languages.

use leptos::prelude::*;

use crate::browser;
use crate::i18n::{Language, Locale, use_strings};
use crate::ui::icon::{Icon, IconName};
use crate::ui::menu::{Menu, MenuTick};

const ID: &str = "language";

/// The menu of languages. The page is drawn anew in the chosen one; the focus comes back here.
#[component]
pub(crate) fn LanguageMenu() -> impl IntoView {
    let s = use_strings();
    let language = expect_context::<Language>();
    let choose = move |locale: Locale| {
        language.choose(locale);
        request_animation_frame(|| browser::focus(ID));
    };
    let entry = move |locale: Locale| {
        view! {
            <MenuTick chosen=s.locale == locale on_press=move |()| choose(locale) lang=locale.tag()>{locale.name()}</MenuTick>
        }
    };
    let letters = s.locale.letters().to_uppercase();
    let seen = letters.clone();
    let face = move || {
        view! {
            <Icon name=IconName::Globe/>
            <span>{seen.clone()}</span>
        }
    };
    view! {
        <Menu label=format!("{}, {letters}", s.shell.language) class="icon-button word" id=ID face=face>
            {Locale::ALL.map(entry).collect_view()}
        </Menu>
    }
}

//! The menu of whoever is signed in.

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::icon::IconName;
use crate::ui::menu::{Menu, MenuButton, MenuLink};

/// The menu of whoever is signed in.
#[component]
pub(crate) fn AccountMenu() -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let face = move || view! { <span class="avatar">{initials(&session.name())}</span> };
    let label = move || format!("{}, {}", (s.shell.account)(&session.name()), initials(&session.name()));
    view! {
        <Menu label face>
            <p class="note">{move || (s.shell.signed_in_as)(&session.name())}</p>
            <MenuLink href=Route::Account.path() icon=IconName::User>{s.account.title}</MenuLink>
            <MenuButton icon=IconName::SignOut on_press=move |()| session.end()>{s.shell.sign_out}</MenuButton>
        </Menu>
    }
}

/// The first letters of the first two parts of a name: "marta.lindqvist" is "ML".
fn initials(name: &str) -> String {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter_map(|part| part.chars().next());
    let letters: String = parts.take(2).collect();
    letters.to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_take_the_first_letters() {
        assert_eq!(initials("marta.lindqvist"), "ML");
        assert_eq!(initials("åsa"), "Å");
        assert_eq!(initials("a-b-c@example"), "AB");
        assert_eq!(initials(""), "");
    }
}

//! Swedish: signing in and the first Owner.

use crate::i18n::auth::Auth;

pub(super) const AUTH: Auth = Auth {
    sign_in: "Logga in",
    user_name: "Användarnamn",
    password: "Lösenord",
    password_hint: |n| format!("Minst {n} tecken; några ord är lättare att minnas"),
    setup_title: "Skapa den första ägaren",
    setup_text: "Den här servern är ny. Den första ägaren får göra allt och kan släppa in andra.",
    create_owner: "Skapa och logga in",
    needs_setup_title: "Servern väntar på sin första ägare",
    needs_setup_text: "Öppna engångslänken som servern skriver ut när den startar: titta i terminalen där den körs eller i dess logg.",
    setup_done_title: "Servern är redan konfigurerad",
    setup_done_text: "Engångslänken har använts. Logga in i stället.",
};

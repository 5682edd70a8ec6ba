//! Dutch: signing in and the first Owner.

use crate::i18n::auth::Auth;

pub(super) const AUTH: Auth = Auth {
    sign_in: "Aanmelden",
    user_name: "Gebruikersnaam",
    password: "Wachtwoord",
    password_hint: |n| format!("Minstens {n} tekens; een paar woorden onthoudt u makkelijker"),
    setup_title: "De eerste eigenaar maken",
    setup_text: "Deze server is nieuw. De eerste eigenaar mag alles en kan anderen toegang geven.",
    create_owner: "Maken en aanmelden",
    needs_setup_title: "Deze server wacht op de eerste eigenaar",
    needs_setup_text: "Open de eenmalige koppeling die de server bij het starten toont: kijk in de terminal waarin hij draait of in het logboek.",
    setup_done_title: "Deze server is al ingericht",
    setup_done_text: "De eenmalige koppeling is gebruikt. Meld u aan.",
};

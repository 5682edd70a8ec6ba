//! Dutch: signing in with an identity provider.

use crate::i18n::identity::Identity;

pub(super) const IDENTITY: Identity = Identity {
    sign_in_with: |x| format!("Aanmelden met {x}"),
    text: |x| {
        format!("Als uw account is gekoppeld, kunt u zich met {x} aanmelden in plaats van met het wachtwoord hier.")
    },
    linked: "Gekoppeld",
    not_linked: "Niet gekoppeld",
    link: "Uw account koppelen",
    link_text: "Typ hier uw wachtwoord. Daarna gaat u naar de provider, meldt u zich daar één keer aan en komt u terug.",
    unlink: "Koppeling verwijderen",
    unlinked: "De koppeling is verwijderd.",
};

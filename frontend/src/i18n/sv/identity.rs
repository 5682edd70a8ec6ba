//! Swedish: signing in with an identity provider.

use crate::i18n::identity::Identity;

pub(super) const IDENTITY: Identity = Identity {
    sign_in_with: |x| format!("Logga in med {x}"),
    text: |x| format!("När kontot är länkat kan du logga in med {x} i stället för lösenordet här."),
    linked: "Länkat",
    not_linked: "Inte länkat",
    link: "Länka ditt konto",
    link_text: "Skriv ditt lösenord här. Sedan kommer du till leverantören, loggar in där en gång och kommer tillbaka.",
    unlink: "Ta bort länken",
    unlinked: "Länken har tagits bort.",
};

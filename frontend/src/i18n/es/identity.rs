//! Spanish: signing in with an identity provider.

use crate::i18n::identity::Identity;

pub(super) const IDENTITY: Identity = Identity {
    sign_in_with: |x| format!("Iniciar sesión con {x}"),
    text: |x| format!("Una vez vinculada la cuenta, puede iniciar sesión con {x} en lugar de la contraseña de aquí."),
    linked: "Vinculada",
    not_linked: "Sin vincular",
    link: "Vincular su cuenta",
    link_text: "Escriba aquí su contraseña. Después pasa al proveedor, inicia sesión allí una vez y vuelve.",
    unlink: "Quitar el vínculo",
    unlinked: "El vínculo se ha quitado.",
};

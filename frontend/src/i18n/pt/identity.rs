//! Portuguese of Portugal: signing in with an identity provider.

use crate::i18n::identity::Identity;

pub(super) const IDENTITY: Identity = Identity {
    sign_in_with: |x| format!("Iniciar sessão com {x}"),
    text: |x| format!("Depois de ligar a conta, pode iniciar sessão com {x} em vez da palavra-passe daqui."),
    linked: "Ligada",
    not_linked: "Não ligada",
    link: "Ligar a sua conta",
    link_text: "Escreva aqui a sua palavra-passe. Depois segue para o fornecedor, inicia sessão lá uma vez e regressa.",
    unlink: "Remover a ligação",
    unlinked: "A ligação foi removida.",
};

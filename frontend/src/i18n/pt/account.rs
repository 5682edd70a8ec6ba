//! Portuguese of Portugal: one’s own account.

use crate::i18n::account::Account;

pub(super) const ACCOUNT: Account = Account {
    title: "A sua conta",
    change_password: "Alterar palavra-passe",
    old_password: "Palavra-passe antiga",
    change_text: "Continua com sessão iniciada aqui; as suas outras sessões terminam.",
    password_changed: "A sua palavra-passe foi alterada.",
};

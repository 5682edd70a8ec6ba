//! Spanish: one’s own account.

use crate::i18n::account::Account;

pub(super) const ACCOUNT: Account = Account {
    title: "Su cuenta",
    change_password: "Cambiar contraseña",
    old_password: "Contraseña anterior",
    change_text: "Sigue con la sesión iniciada aquí; sus otras sesiones terminan.",
    password_changed: "Su contraseña se ha cambiado.",
};

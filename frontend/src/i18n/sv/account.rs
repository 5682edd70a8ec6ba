//! Swedish: one’s own account.

use crate::i18n::account::Account;

pub(super) const ACCOUNT: Account = Account {
    title: "Ditt konto",
    change_password: "Ändra lösenord",
    old_password: "Gammalt lösenord",
    change_text: "Du är kvar inloggad här; dina andra sessioner avslutas.",
    password_changed: "Ditt lösenord har ändrats.",
};

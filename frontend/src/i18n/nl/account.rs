//! Dutch: one’s own account.

use crate::i18n::account::Account;

pub(super) const ACCOUNT: Account = Account {
    title: "Uw account",
    change_password: "Wachtwoord wijzigen",
    old_password: "Oud wachtwoord",
    change_text: "U blijft hier aangemeld; uw andere sessies eindigen.",
    password_changed: "Uw wachtwoord is gewijzigd.",
};

//! English: one’s own account.

use crate::i18n::account::Account;

pub(super) const ACCOUNT: Account = Account {
    title: "Your account",
    change_password: "Change password",
    old_password: "Old password",
    change_text: "You stay signed in here; your other sessions end.",
    password_changed: "Your password was changed.",
};

//! English: bearer tokens of scripts.

use crate::i18n::tokens::Tokens;

pub(super) const TOKENS: Tokens = Tokens {
    title: "Tokens",
    intro: "Scripts and other programs use a token in place of a password. A token may at most what its maker may, and ends with them.",
    create: "Create a token",
    name_hint: "What uses it, such as nightly report",
    created_by: "Created by",
    last_used: "Last used",
    never: "never",
    empty: "There is no token",
    empty_text: "A script sends its token as Authorization: Bearer. Give each script its own, with no more than it needs.",
    secret: "Secret",
    secret_title: "Copy the secret now",
    secret_text: "It is shown this once and kept nowhere. If it is lost, revoke the token and create another.",
    done: "Done",
    revoke: "Revoke",
    revoke_title: |x| format!("Revoke {x}?"),
    revoke_text: "Whatever uses it is refused at once. A token cannot be brought back.",
    revoked: |x| format!("{x} was revoked."),
};

//! Dutch: bearer tokens of scripts.

use crate::i18n::tokens::Tokens;

pub(super) const TOKENS: Tokens = Tokens {
    title: "Tokens",
    intro: "Scripts en andere programma’s gebruiken een token in plaats van een wachtwoord. Een token mag hooguit wat de maker mag, en eindigt met die persoon.",
    create: "Token maken",
    name_hint: "Wat het gebruikt, bijvoorbeeld nachtrapport",
    created_by: "Gemaakt door",
    last_used: "Laatst gebruikt",
    never: "nooit",
    empty: "Er is geen token",
    empty_text: "Een script stuurt zijn token als Authorization: Bearer. Geef elk script een eigen token, met niet meer dan nodig.",
    secret: "Geheim",
    secret_title: "Kopieer het geheim nu",
    secret_text: "Het wordt alleen nu getoond en nergens bewaard. Is het kwijt, trek het token dan in en maak een ander.",
    done: "Gereed",
    revoke: "Intrekken",
    revoke_title: |x| format!("{x} intrekken?"),
    revoke_text: "Alles wat het gebruikt, wordt meteen geweigerd. Een token kan niet worden teruggehaald.",
    revoked: |x| format!("{x} is ingetrokken."),
};

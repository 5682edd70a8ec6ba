//! Swedish: bearer tokens of scripts.

use crate::i18n::tokens::Tokens;

pub(super) const TOKENS: Tokens = Tokens {
    title: "Token",
    intro: "Skript och andra program använder en token i stället för ett lösenord. En token får högst det som den som skapade den får, och upphör med den personen.",
    create: "Skapa token",
    name_hint: "Vad som använder den, till exempel nattrapport",
    created_by: "Skapad av",
    last_used: "Senast använd",
    never: "aldrig",
    empty: "Det finns ingen token",
    empty_text: "Ett skript skickar sin token som Authorization: Bearer. Ge varje skript sin egen, med bara det som behövs.",
    secret: "Hemlighet",
    secret_title: "Kopiera hemligheten nu",
    secret_text: "Den visas bara nu och sparas ingenstans. Går den förlorad får du återkalla token och skapa en ny.",
    done: "Klar",
    revoke: "Återkalla",
    revoke_title: |x| format!("Återkalla {x}?"),
    revoke_text: "Allt som använder den nekas genast. En token kan inte återställas.",
    revoked: |x| format!("{x} har återkallats."),
};

//! Dutch: the second factor of an account.

use crate::i18n::second_factor::SecondFactor;

pub(super) const SECOND_FACTOR: SecondFactor = SecondFactor {
    title: "Tweede factor",
    off_text: "Met een tweede factor is een gestolen wachtwoord niet genoeg: bij het aanmelden wordt ook een code van een app op uw telefoon gevraagd.",
    on: "Aan",
    off: "Uit",
    codes_left: |n| if n == 1 { format!("nog {n} herstelcode") } else { format!("nog {n} herstelcodes") },
    add: "Tweede factor toevoegen",
    next: "Volgende",
    scan: "Scan dit met een authenticator-app of typ het geheim erin. Typ daarna de code die de app toont.",
    qr: "QR-code van het geheim; hetzelfde geheim staat eronder als tekst",
    secret: "Geheim",
    code: "Code",
    code_hint: "Zes cijfers, elke 30 seconden nieuw",
    confirm: "Inschakelen",
    codes_title: "Bewaar deze herstelcodes nu",
    codes_text: "Bent u de app kwijt, dan meldt elke code u één keer aan. Ze worden alleen nu getoond. Uw andere sessies zijn beëindigd.",
    done: "Ik heb ze bewaard",
    remove: "Tweede factor verwijderen",
    remove_text: "Daarna is het wachtwoord alleen genoeg om aan te melden.",
    removed: "De tweede factor is verwijderd.",
    remove_of_title: |x| format!("Tweede factor van {x} verwijderen?"),
    ask_text: "Typ de code die uw authenticator-app toont, of een van uw herstelcodes.",
    another: "Als iemand anders aanmelden",
};

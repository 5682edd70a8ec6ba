//! Dutch: the server’s clock.

use crate::i18n::clock::Clock;

pub(super) const CLOCK: Clock = Clock {
    title: "De klok van de server is versprongen",
    ahead: |x| format!("Hij loopt {x} voor op de laatst bekende tijd: hij is verzet, of de server heeft stilgestaan."),
    behind: |x| format!("Hij loopt {x} achter op de laatst bekende tijd."),
    held: "Back-ups gaan door. Er wordt niets op datum verwijderd totdat een eigenaar de tijd heeft bevestigd.",
    action: "De tijd klopt",
    ask: "Klopt de tijd?",
    ask_text: "Vergelijk de klok van de server met een andere. Zodra u de tijd bevestigt, wordt verwijderd wat volgens deze klok is verlopen.",
    known: "Laatst bekende tijd",
    found: "De klok gaf aan",
    now: "De klok geeft nu aan",
    difference: "Verschil",
    confirmed: "De tijd is bevestigd.",
    name: "Klok van de server",
    jumped: "Versprongen",
    held_on_wall: "Zolang wordt er niets op datum verwijderd",
};

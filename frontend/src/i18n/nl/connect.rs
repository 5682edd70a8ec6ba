//! Dutch: connecting a vault that there is.

use crate::i18n::connect::Connect;

pub(super) const CONNECT: Connect = Connect {
    title: "Bestaande kluis verbinden",
    intro: "Een kluis die een andere server heeft gemaakt, of deze voordat de database verloren ging",
    folder_hint: "Een kluis op deze locatie die nog niet is verbonden",
    none_found: "Op deze locatie is geen kluis die niet is verbonden.",
    password_hint: "Het wachtwoord dat bij het maken van de kluis is bewaard",
    check: "Controleren",
    found: "Wat de kluis bevat",
    catalogue: "Catalogus",
    written: |a, b| format!("{a}, door {b}"),
    no_catalogue: "Geen",
    no_catalogue_text: "Items en punten zijn bekend door de punten zelf; het beleid niet.",
    not_written: "nog niet geschreven",
    points: |n| if n == 1 { format!("{n} herstelpunt") } else { format!("{n} herstelpunten") },
    strangers: |n| {
        if n == 1 {
            format!("{n} momentopname van een ander programma blijft zoals die is.")
        } else {
            format!("{n} momentopnamen van andere programma’s blijven zoals ze zijn.")
        }
    },
    damaged: |n| {
        if n == 1 {
            format!("{n} momentopname kan niet worden gelezen.")
        } else {
            format!("{n} momentopnamen kunnen niet worden gelezen.")
        }
    },
    one_server: "Eén server voor één kluis",
    one_server_text: "Stop de server die deze kluis eerder gebruikte: vergrendelingen houden de gegevens heel, maar elke server zou alleen zijn eigen punten kennen. Er wordt niets opgeslagen en niets verloopt totdat de back-up van een item wordt hervat.",
    connect: "Verbinden",
    connected: |x| format!("Kluis {x} is verbonden."),
};

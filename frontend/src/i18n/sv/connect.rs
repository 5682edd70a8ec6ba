//! Swedish: connecting a vault that there is.

use crate::i18n::connect::Connect;

pub(super) const CONNECT: Connect = Connect {
    title: "Anslut ett befintligt valv",
    intro: "Ett valv som en annan server skapade, eller den här innan dess databas gick förlorad",
    folder_hint: "Ett valv på den här platsen som inte är anslutet än",
    none_found: "På den här platsen finns inget valv som inte är anslutet.",
    password_hint: "Det som sparades när valvet skapades",
    check: "Kontrollera",
    found: "Vad valvet innehåller",
    catalogue: "Katalog",
    written: |a, b| format!("{a}, av {b}"),
    no_catalogue: "Ingen",
    no_catalogue_text: "Objekt och punkter är kända genom punkterna själva; policyer är det inte.",
    not_written: "inte skriven än",
    points: |n| if n == 1 { format!("{n} återställningspunkt") } else { format!("{n} återställningspunkter") },
    strangers: |n| {
        if n == 1 {
            format!("{n} ögonblicksbild från ett annat program lämnas som den är.")
        } else {
            format!("{n} ögonblicksbilder från andra program lämnas som de är.")
        }
    },
    damaged: |n| {
        if n == 1 {
            format!("{n} ögonblicksbild kan inte läsas.")
        } else {
            format!("{n} ögonblicksbilder kan inte läsas.")
        }
    },
    one_server: "En server för ett valv",
    one_server_text: "Stoppa servern som använde valvet tidigare: lås håller data hela, men varje server skulle bara känna till sina egna punkter. Inget säkerhetskopieras, och inget upphör, förrän säkerhetskopieringen av ett objekt återupptas.",
    connect: "Anslut",
    connected: |x| format!("Valvet {x} är anslutet."),
};

//! Dutch: looking after vaults.

use crate::i18n::maintenance::Maintenance;

pub(super) const MAINTENANCE: Maintenance = Maintenance {
    title: "Onderhoud",
    intro: "Of de kluis bevat wat hij moet bevatten, en wat geen herstelpunt meer nodig heeft.",
    integrity: "Gegevensintegriteit",
    verification: "Verificatie",
    verification_text: "Een verificatie vergelijkt alle namen, groottes en verwijzingen in de kluis. Een steekproef leest daarnaast ongeveer één op de honderd pakketten, telkens andere; een volledige leest ze allemaal.",
    last_everything: "Laatste volledige",
    last_sample: "Laatste steekproef",
    never: "nog niet",
    whole: "Er is niets beschadigd",
    points_hurt: |n| {
        if n == 1 { format!("{n} herstelpunt is beschadigd") } else { format!("{n} herstelpunten zijn beschadigd") }
    },
    problems: |n| {
        if n == 1 {
            format!("{n} bestand is beschadigd, zonder gevolgen voor herstelpunten")
        } else {
            format!("{n} bestanden zijn beschadigd, zonder gevolgen voor herstelpunten")
        }
    },
    read_packs: |a, b, c| format!("{a} van {b} pakketten gelezen, {c}"),
    verify_everything: "Alles verifiëren",
    verify_sample: "Een steekproef verifiëren",
    hurt_text: "Wat beschadigd is, kan niet volledig worden hersteld; de rest wel. Zet de bestanden terug die de taak noemt, of voer cofre vault repair uit en maak opnieuw een back-up. Verifieer daarna alles: alleen dat heft de beschadiging op.",
    show_items: "De items tonen",
    unneeded: "Gegevens die niet nodig zijn",
    unneeded_text: "Wat geen herstelpunt nodig heeft, blijft in de kluis totdat hij wordt opgeschoond. Opschonen markeert het voor verwijdering; minstens 24 uur later nog eens opschonen verwijdert het.",
    last_prune: "Laatst opgeschoond",
    condemned: "Gemarkeerd voor verwijdering",
    deleted: "Verwijderd",
    in_grace: "Wacht op verwijdering",
    until: |x| format!("tot {x}"),
    packs: |n, x| if n == 1 { format!("{n} pakket, {x}") } else { format!("{n} pakketten, {x}") },
    plan: "Opschonen plannen",
    present: "In de kluis",
    not_needed: "Niet nodig",
    to_copy: "Deels nodig",
    copies: "Gekopieerd naar",
    freed: "Uiteindelijk vrijgemaakt",
    exact: |x| format!("{x} bytes"),
    nothing_to_prune: "Er is niets te markeren. Opschonen verwijdert wel wat lang genoeg heeft gewacht.",
    plan_text: "Er wordt niets weggenomen wat een herstelpunt nodig heeft, en er wordt nu nog niets verwijderd.",
};

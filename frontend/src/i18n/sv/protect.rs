//! Swedish: protecting machines.

use crate::i18n::protect::Protect;

pub(super) const PROTECT: Protect = Protect {
    goal: "Säkerhetskopieringsmål",
    where_runs: "Var körs din arbetsbelastning?",
    local_hosts: "Lokala värdar",
    local_hosts_hint: "Värdar som är mappar med diskavbildningar på den här servern",
    what: "Vad vill du säkerhetskopiera?",
    select: "Välj virtuella datorer",
    steps: "Steg",
    next: "Nästa",
    back: "Tillbaka",
    region: |x| {
        format!("Bara datorer på valvets plats, {x}, går att välja, och en dator säkerhetskopieras till ett enda valv.")
    },
    filter: "Filtrera på namn, grupp eller värd",
    selected: |a, b| format!("{a} av {b} valda"),
    select_shown: "Välj alla som visas",
    clear: "Rensa valet",
    left_out: |a, b| match (a, b) {
        (0, 0) => String::new(),
        (a, 0) => format!("Visas inte: redan skyddade, {a}."),
        (0, b) => format!("Visas inte: på andra platser, {b}."),
        (a, b) => format!("Visas inte: redan skyddade, {a}; på andra platser, {b}."),
    },
    none: "Det finns ingen dator att skydda här",
    none_text: "Om du saknar en dator: kontrollera att den finns på valvets plats och inte redan är skyddad, och att dess värd har lästs.",
    more: |n| format!("{n} till: begränsa filtret för att se dem."),
    on_host: |a, b| format!("{a} på {b}"),
    already: |n| if n == 1 { "1 är redan skyddad".to_owned() } else { format!("{n} är redan skyddade") },
    left_behind: |n| {
        if n == 1 {
            "1 av de valda datorerna är inte med: den är redan skyddad eller finns på en annan plats.".to_owned()
        } else {
            format!("{n} av de valda datorerna är inte med: de är redan skyddade eller finns på en annan plats.")
        }
    },
    choose_one: "Välj minst en dator",
    too_many: |n| format!("Välj högst {n} datorer åt gången"),
    enable: |n| {
        if n == 1 {
            format!("Aktivera säkerhetskopiering för {n} dator")
        } else {
            format!("Aktivera säkerhetskopiering för {n} datorer")
        }
    },
    enabled: |n| {
        if n == 1 {
            format!("Säkerhetskopiering är aktiverad för {n} dator")
        } else {
            format!("Säkerhetskopiering är aktiverad för {n} datorer")
        }
    },
    refused: |n| if n == 1 { format!("{n} dator är inte skyddad") } else { format!("{n} datorer är inte skyddade") },
    enabled_one: "Säkerhetskopiering aktiverad",
    open_items: "Öppna säkerhetskopieringsobjekt",
    select_existing: "Välj befintligt",
    select_existing_hint: "Ett valv som redan finns",
    create_new: "Skapa nytt",
    create_new_hint: |a, b| format!("Ett valv i {a} och på {b}, som datorn"),
    new_name: "Namn på det nya valvet",
    coming: |x| format!("Valvet {x} skapas"),
    coming_text: |x| {
        format!("Säkerhetskopiering av {x} aktiveras så snart valvet är klart. Den här sidan följer med av sig själv.")
    },
    coming_failed: |x| format!("Valvet {x} kunde inte skapas"),
};

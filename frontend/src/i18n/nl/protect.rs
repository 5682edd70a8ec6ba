//! Dutch: protecting machines.

use crate::i18n::protect::Protect;

pub(super) const PROTECT: Protect = Protect {
    goal: "Back-updoel",
    where_runs: "Waar wordt uw werkbelasting uitgevoerd?",
    local_hosts: "Lokale hosts",
    local_hosts_hint: "Hosts die mappen met schijfinstallatiekopieën op deze server zijn",
    what: "Waarvan wilt u een back-up maken?",
    select: "Virtuele machines selecteren",
    steps: "Stappen",
    next: "Volgende",
    back: "Vorige",
    region: |x| {
        format!(
            "Alleen machines in {x}, de locatie van de kluis, kunnen worden gekozen, en van een machine wordt in één kluis een back-up gemaakt."
        )
    },
    filter: "Filteren op naam, groep of host",
    selected: |a, b| format!("{a} van {b} geselecteerd"),
    select_shown: "Alle getoonde selecteren",
    clear: "Selectie wissen",
    left_out: |a, b| match (a, b) {
        (0, 0) => String::new(),
        (a, 0) => format!("Niet in de lijst: {a} al beveiligd."),
        (0, b) => format!("Niet in de lijst: {b} op andere locaties."),
        (a, b) => format!("Niet in de lijst: {a} al beveiligd, {b} op andere locaties."),
    },
    none: "Er is hier geen machine om te beveiligen",
    none_text: "Mist u een machine, controleer dan of zij op de locatie van de kluis staat en nog niet is beveiligd, en of haar host is bekeken.",
    more: |n| format!("Nog {n}: verfijn het filter om ze te zien."),
    on_host: |a, b| format!("{a} op {b}"),
    already: |n| if n == 1 { "1 is al beveiligd".to_owned() } else { format!("{n} zijn al beveiligd") },
    left_behind: |n| {
        if n == 1 {
            "1 van de geselecteerde machines valt af: deze is al beveiligd of staat op een andere locatie.".to_owned()
        } else {
            format!("{n} van de geselecteerde machines vallen af: ze zijn al beveiligd of staan op een andere locatie.")
        }
    },
    choose_one: "Selecteer ten minste één machine",
    too_many: |n| format!("Selecteer hoogstens {n} machines tegelijk"),
    enable: |n| {
        if n == 1 {
            format!("Back-up inschakelen voor {n} machine")
        } else {
            format!("Back-up inschakelen voor {n} machines")
        }
    },
    enabled: |n| {
        if n == 1 {
            format!("Back-up is ingeschakeld voor {n} machine")
        } else {
            format!("Back-up is ingeschakeld voor {n} machines")
        }
    },
    refused: |n| {
        if n == 1 { format!("{n} machine is niet beveiligd") } else { format!("{n} machines zijn niet beveiligd") }
    },
    enabled_one: "Back-up ingeschakeld",
    open_items: "Back-upitems openen",
    select_existing: "Selecteer een bestaande",
    select_existing_hint: "Een kluis die er al is",
    create_new: "Nieuwe maken",
    create_new_hint: |a, b| format!("Een kluis in {a} en {b}, net als de machine"),
    new_name: "Naam van de nieuwe kluis",
    coming: |x| format!("Kluis {x} wordt gemaakt"),
    coming_text: |x| format!("Back-up van {x} wordt ingeschakeld zodra de kluis gereed is. Deze pagina volgt vanzelf."),
    coming_failed: |x| format!("Kluis {x} kon niet worden gemaakt"),
};

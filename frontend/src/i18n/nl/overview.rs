//! Dutch: the verdict and what it is made of.

use crate::i18n::overview::Overview;

pub(super) const OVERVIEW: Overview = Overview {
    title: "Overzicht",
    nothing: "Er is nog niets beveiligd.",
    nothing_text: "Deze server kent nog geen machines en geen kluizen. Elke weg kost een paar minuten en raakt geen draaiende machine.",
    some: |a, b| format!("{a} van {b} machines zijn beveiligd."),
    every: |n| {
        if n == 1 { "De enige machine is beveiligd.".to_owned() } else { format!("Alle {n} machines zijn beveiligd.") }
    },
    no_machine: |n| {
        if n == 1 {
            "De enige machine is niet beveiligd.".to_owned()
        } else {
            format!("Geen van de {n} machines is beveiligd.")
        }
    },
    no_machines: "Er is nog geen machine bekend.",
    damaged: |n| if n == 1 { ("", " heeft een beschadigde back-up") } else { ("", " hebben beschadigde back-ups") },
    failed: |n| if n == 1 { ("", " is mislukt") } else { ("", " zijn mislukt") },
    overdue: |n| if n == 1 { ("", " is te laat") } else { ("", " zijn te laat") },
    warning: |n| {
        if n == 1 { ("", " is voltooid met waarschuwingen") } else { ("", " zijn voltooid met waarschuwingen") }
    },
    pending: |n| if n == 1 { ("", " wacht op de eerste back-up") } else { ("", " wachten op de eerste back-up") },
    unprotected: |n| if n == 1 { ("", " heeft geen back-up") } else { ("", " hebben geen back-up") },
    marks: "Machines per status",
    group_damaged: "Beschadigd",
    group_failed: "Mislukt",
    group_overdue: "Te laat",
    group_unprotected: "Niet beveiligd",
    group_pending: "Eerste back-up in behandeling",
    group_protected: "Beveiligd",
    with_warning: |n| if n == 1 { format!("{n} met een waarschuwing") } else { format!("{n} met waarschuwingen") },
    in_progress: "Bezig",
    all_jobs: "Alle back-uptaken",
    no_jobs: "Er is geen taak bezig.",
    together: |a, b| format!("{a}, samen {b}"),
    jobs: |n| if n == 1 { format!("{n} taak") } else { format!("{n} taken") },
    storage: "Opslag",
    all_vaults: "Alle kluizen",
    no_vaults: "Nog geen kluis.",
    points: |n| if n == 1 { format!("{n} herstelpunt") } else { format!("{n} herstelpunten") },
    stored_for: |a, b| format!("{a} opgeslagen voor {b} beveiligd"),
    disk_used: |a, b| format!("{a} van {b} gebruikt"),
    create_vault: "Een kluis maken",
    create_vault_text: "Een kluis bewaart herstelpunten en het beleid dat ze maakt.",
    create_vault_need: "U hebt een locatie nodig; deze server heeft er minstens één.",
    add_host: "Een host toevoegen",
    add_host_text: "Een host is een map met schijfinstallatiekopieën. De machines verschijnen zodra de map is bekeken.",
    add_host_need: "U hebt een map met raw- of qcow2-bestanden op de server nodig.",
    samples: "Probeer het met voorbeeldschijven",
    samples_text: "Drie kleine machines om te back-uppen, stuk te maken en te herstellen.",
    samples_button: "Voorbeeldschijven maken",
    samples_need: "Ze staan op deze server. Er gaat niets naar buiten.",
    samples_started: "De voorbeeldschijven worden gemaakt.",
    how: "Hoe het samenhangt",
    how_host: "Host",
    how_machines: "Machines",
    how_policy: "Beleid",
    how_vault: "Kluis",
    how_restore: "Herstel",
};

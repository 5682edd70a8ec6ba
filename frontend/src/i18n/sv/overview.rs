//! Swedish: the verdict and what it is made of.

use crate::i18n::overview::Overview;

pub(super) const OVERVIEW: Overview = Overview {
    title: "Översikt",
    nothing: "Inget är skyddat än.",
    nothing_text: "Servern känner inte till några datorer eller valv. Varje väg tar några minuter, och ingen av dem rör en dator som körs.",
    some: |a, b| format!("{a} av {b} datorer är skyddade."),
    every: |n| {
        if n == 1 { "Den enda datorn är skyddad.".to_owned() } else { format!("Alla {n} datorer är skyddade.") }
    },
    no_machine: |n| {
        if n == 1 {
            "Den enda datorn är inte skyddad.".to_owned()
        } else {
            format!("Ingen av {n} datorer är skyddad.")
        }
    },
    no_machines: "Inga datorer är kända än.",
    damaged: |n| if n == 1 { ("", " har en skadad säkerhetskopia") } else { ("", " har skadade säkerhetskopior") },
    failed: |_| ("", " misslyckades"),
    overdue: |n| if n == 1 { ("", " är försenad") } else { ("", " är försenade") },
    warning: |_| ("", " slutfördes med varningar"),
    pending: |_| ("", " väntar på den första säkerhetskopieringen"),
    unprotected: |_| ("", " saknar säkerhetskopiering"),
    marks: "Datorer efter status",
    group_damaged: "Skadade",
    group_failed: "Misslyckade",
    group_overdue: "Försenade",
    group_unprotected: "Inte skyddade",
    group_pending: "Väntar på första kopian",
    group_protected: "Skyddade",
    with_warning: |n| if n == 1 { format!("{n} med varning") } else { format!("{n} med varningar") },
    in_progress: "Pågår",
    all_jobs: "Alla jobb",
    no_jobs: "Inget jobb pågår.",
    together: |a, b| format!("{a}, {b} tillsammans"),
    jobs: |n| format!("{n} jobb"),
    storage: "Lagring",
    all_vaults: "Alla valv",
    no_vaults: "Inget valv än.",
    points: |n| if n == 1 { format!("{n} återställningspunkt") } else { format!("{n} återställningspunkter") },
    stored_for: |a, b| format!("{a} lagrat för {b} skyddat"),
    disk_used: |a, b| format!("{a} av {b} används"),
    create_vault: "Skapa ett valv",
    create_vault_text: "Ett valv förvarar återställningspunkter och de policyer som skapar dem.",
    create_vault_need: "Du behöver en plats; servern har minst en.",
    add_host: "Lägg till en värd",
    add_host_text: "En värd är en mapp med diskavbildningar. Datorerna visas så snart mappen har lästs.",
    add_host_need: "Du behöver en mapp med raw- eller qcow2-filer på servern.",
    samples: "Prova med exempeldiskar",
    samples_text: "Tre små datorer att säkerhetskopiera, förstöra och återställa.",
    samples_button: "Skapa exempeldiskar",
    samples_need: "De ligger på servern. Inget lämnar den.",
    samples_started: "Exempeldiskarna skapas.",
    how: "Så hänger det ihop",
    how_host: "Värd",
    how_machines: "Datorer",
    how_policy: "Policy",
    how_vault: "Valv",
    how_restore: "Återställning",
};

//! Dutch: the entries behind the bell.

use shared::notification::Severity;

use crate::i18n::notifications::Notifications;

pub(super) const NOTIFICATIONS: Notifications = Notifications {
    title: "Meldingen",
    unseen: |n| format!("Meldingen, {n} nieuw"),
    none: "Er is nog niets gebeurd. Taken die starten, voltooid worden of mislukken, verschijnen hier en blijven staan.",
    none_text: "Wat start, voltooid wordt of mislukt, verschijnt hier.",
    all: "Alle meldingen",
    intro: "Wat is gestart, voltooid of mislukt, om op te volgen.",
    mark_seen: "Alles als gelezen markeren",
    what: "Wat er gebeurde",
    when: "Wanneer",
    severity_label: "Ernst",
    severity: |it| match it {
        Severity::Error => "Fout",
        Severity::Warning => "Waarschuwing",
        Severity::Success => "Geslaagd",
        Severity::Information => "Informatie",
    },
    seen_label: "Status",
    read: "gelezen",
    unread: "ongelezen",
    started: |x| format!("{x} gestart"),
    completed: |x| format!("{x} voltooid"),
    completed_with_warnings: |x| format!("{x} voltooid met waarschuwingen"),
    failed: |x| format!("{x} mislukt"),
    cancelled: |x| format!("{x} geannuleerd"),
    backup: |x| format!("Back-up van {x}"),
    restore: |x| format!("Herstel van {x}"),
    create_vault: |x| format!("Implementatie van kluis {x}"),
    verify: |x| format!("Verificatie van kluis {x}"),
    prune: |x| format!("Opschonen van kluis {x}"),
    create_samples: "Maken van voorbeeldschijven",
    backup_enabled: |x| format!("Back-up ingeschakeld voor {x}"),
};

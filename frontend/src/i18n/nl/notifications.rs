//! Dutch: the entries behind the bell.

use crate::i18n::notifications::Notifications;

pub(super) const NOTIFICATIONS: Notifications = Notifications {
    title: "Meldingen",
    unseen: |n| format!("Meldingen, {n} nieuw"),
    none: "Er is nog niets gebeurd. Taken die starten, voltooid worden of mislukken, verschijnen hier en blijven staan.",
    started: |x| format!("{x} gestart"),
    completed: |x| format!("{x} voltooid"),
    completed_with_warnings: |x| format!("{x} voltooid met waarschuwingen"),
    failed: |x| format!("{x} mislukt"),
    cancelled: |x| format!("{x} geannuleerd"),
    backup: |x| format!("Back-up van {x}"),
    restore: |x| format!("Herstel van {x}"),
    create_vault: |x| format!("Implementatie van kluis {x}"),
    create_samples: "Maken van voorbeeldschijven",
    backup_enabled: |x| format!("Back-up ingeschakeld voor {x}"),
};

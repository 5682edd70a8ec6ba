//! Swedish: the entries behind the bell.

use shared::notification::Severity;

use crate::i18n::notifications::Notifications;

pub(super) const NOTIFICATIONS: Notifications = Notifications {
    title: "Aviseringar",
    unseen: |n| if n == 1 { format!("Aviseringar, {n} ny") } else { format!("Aviseringar, {n} nya") },
    none: "Inget har hänt än. Jobb som startar, slutförs eller misslyckas visas här och finns kvar.",
    none_text: "Det som startar, slutförs och misslyckas visas här.",
    all: "Alla aviseringar",
    intro: "Vad som startat, slutförts och misslyckats, att följa upp.",
    mark_seen: "Markera alla som lästa",
    what: "Vad som hände",
    when: "När",
    severity_label: "Allvarlighetsgrad",
    severity: |it| match it {
        Severity::Error => "Fel",
        Severity::Warning => "Varning",
        Severity::Success => "Lyckades",
        Severity::Information => "Information",
    },
    seen_label: "Läge",
    read: "läst",
    unread: "oläst",
    started: |x| format!("{x} startade"),
    completed: |x| format!("{x} slutfördes"),
    completed_with_warnings: |x| format!("{x} slutfördes med varningar"),
    failed: |x| format!("{x} misslyckades"),
    cancelled: |x| format!("{x} avbröts"),
    backup: |x| format!("Säkerhetskopieringen av {x}"),
    restore: |x| format!("Återställningen av {x}"),
    create_vault: |x| format!("Distributionen av valvet {x}"),
    verify: |x| format!("Verifieringen av valvet {x}"),
    prune: |x| format!("Rensningen av valvet {x}"),
    create_samples: "Skapandet av exempeldiskar",
    backup_enabled: |x| format!("Säkerhetskopiering aktiverades för {x}"),
};

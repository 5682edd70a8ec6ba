//! English: the entries behind the bell.

use shared::notification::Severity;

use crate::i18n::notifications::Notifications;

pub(super) const NOTIFICATIONS: Notifications = Notifications {
    title: "Notifications",
    unseen: |n| format!("Notifications, {n} new"),
    none: "Nothing has happened yet. Jobs that start, complete or fail appear here and stay.",
    none_text: "What starts, completes and fails appears here.",
    all: "All notifications",
    intro: "What started, completed and failed, for you to follow up.",
    mark_seen: "Mark all as read",
    what: "What happened",
    when: "When",
    severity_label: "Severity",
    severity: |it| match it {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Success => "Success",
        Severity::Information => "Information",
    },
    seen_label: "State",
    read: "read",
    unread: "unread",
    started: |x| format!("{x} started"),
    completed: |x| format!("{x} completed"),
    completed_with_warnings: |x| format!("{x} completed with warnings"),
    failed: |x| format!("{x} failed"),
    cancelled: |x| format!("{x} was cancelled"),
    backup: |x| format!("Backup of {x}"),
    restore: |x| format!("Restore of {x}"),
    create_vault: |x| format!("Deployment of vault {x}"),
    verify: |x| format!("Verification of vault {x}"),
    prune: |x| format!("Prune of vault {x}"),
    create_samples: "Creation of sample disks",
    backup_enabled: |x| format!("Backup was enabled for {x}"),
};

//! English: the entries behind the bell.

use crate::i18n::notifications::Notifications;

pub(super) const NOTIFICATIONS: Notifications = Notifications {
    title: "Notifications",
    unseen: |n| format!("Notifications, {n} new"),
    none: "Nothing has happened yet. Jobs that start, complete or fail appear here and stay.",
    started: |x| format!("{x} started"),
    completed: |x| format!("{x} completed"),
    completed_with_warnings: |x| format!("{x} completed with warnings"),
    failed: |x| format!("{x} failed"),
    cancelled: |x| format!("{x} was cancelled"),
    backup: |x| format!("Backup of {x}"),
    restore: |x| format!("Restore of {x}"),
    create_vault: |x| format!("Deployment of vault {x}"),
    create_samples: "Creation of sample disks",
    backup_enabled: |x| format!("Backup was enabled for {x}"),
};

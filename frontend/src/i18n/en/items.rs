//! English: protected items and their health.

use shared::health::Health;
use shared::recovery_point::Consistency;

use crate::i18n::items::Items;

pub(super) const ITEMS: Items = Items {
    title: "Backup items",
    item: "Backup item",
    health: |it| match it {
        Health::Failed => "Failed",
        Health::Overdue => "Overdue",
        Health::Warning => "Warning",
        Health::Pending => "Warning",
        Health::Healthy => "Completed",
    },
    initial_pending: "(initial backup pending)",
    last_backup_status: "Last backup status",
    newest_point: "Last recovery point",
    oldest_point: "Oldest recovery point",
    recovery_points: "Recovery points",
    consistency: |it| match it {
        Consistency::AppConsistent => "App-consistent",
        Consistency::FileSystemConsistent => "File-system consistent",
        Consistency::CrashConsistent => "Crash-consistent",
    },
    policy: "Backup policy",
    vault: "Vault",
    backup_now: "Backup now",
    summary: "Summary",
    empty: "Nothing is protected yet",
    empty_text: "A machine becomes a backup item when backup is enabled for it.",
};

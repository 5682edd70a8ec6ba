//! English: schedules and retention.

use crate::i18n::policies::Policies;

pub(super) const POLICIES: Policies = Policies {
    policy: "Backup policy",
    schedule: "Schedule",
    retention: "Retention",
    daily_at: |a, b| format!("Daily at {a}, {b}"),
    kept_days: |n| if n == 1 { format!("Kept for {n} day") } else { format!("Kept for {n} days") },
    items: "Backup items",
};

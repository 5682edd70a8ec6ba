//! English: schedules and retention.

use crate::i18n::policies::Policies;

pub(super) const POLICIES: Policies = Policies {
    policy: "Backup policy",
    schedule: "Schedule",
    retention: "Retention",
    hourly: |a| format!("Several times a day, {a}"),
    daily_at: |a, b| format!("Daily at {a}, {b}"),
    weekly_at: |a, b| format!("Weekly at {a}, {b}"),
    kept_days: |n| if n == 1 { format!("Kept for {n} day") } else { format!("Kept for {n} days") },
    kept_in_ranges: "Kept by several retention ranges",
    kept_for_ever: "Kept for ever",
    items: "Backup items",
    intro: "A policy says when recovery points are taken and how long they are kept.",
    time_zone: "Time zone",
    on_demand: |n| format!("Kept for {n} days unless another day is chosen"),
    no_schedules: "Schedules do not run yet",
    no_schedules_text: "In this version recovery points are taken only by Backup now. Take one whenever you need one.",
    no_items: "No item is under this policy yet.",
};

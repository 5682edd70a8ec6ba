//! Swedish: schedules and retention.

use crate::i18n::policies::Policies;

pub(super) const POLICIES: Policies = Policies {
    policy: "Säkerhetskopieringspolicy",
    schedule: "Schema",
    retention: "Kvarhållning",
    daily_at: |a, b| format!("Dagligen kl. {a}, {b}"),
    kept_days: |n| if n == 1 { format!("Sparas i {n} dag") } else { format!("Sparas i {n} dagar") },
    items: "Säkerhetskopieringsobjekt",
};

//! Dutch: schedules and retention.

use crate::i18n::policies::Policies;

pub(super) const POLICIES: Policies = Policies {
    policy: "Back-upbeleid",
    schedule: "Planning",
    retention: "Bewaartermijn",
    daily_at: |a, b| format!("Dagelijks om {a}, {b}"),
    kept_days: |n| if n == 1 { format!("{n} dag bewaard") } else { format!("{n} dagen bewaard") },
    items: "Back-upitems",
};

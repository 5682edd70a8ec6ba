//! Swedish: schedules and retention.

use crate::i18n::policies::Policies;

pub(super) const POLICIES: Policies = Policies {
    policy: "Säkerhetskopieringspolicy",
    schedule: "Schema",
    retention: "Kvarhållning",
    hourly: |a| format!("Flera gånger om dagen, {a}"),
    daily_at: |a, b| format!("Dagligen kl. {a}, {b}"),
    weekly_at: |a, b| format!("Varje vecka kl. {a}, {b}"),
    kept_days: |n| if n == 1 { format!("Sparas i {n} dag") } else { format!("Sparas i {n} dagar") },
    kept_in_ranges: "Sparas enligt flera kvarhållningsintervall",
    kept_for_ever: "Sparas för alltid",
    items: "Säkerhetskopieringsobjekt",
    intro: "En policy säger när återställningspunkter skapas och hur länge de sparas.",
    time_zone: "Tidszon",
    on_demand: |n| format!("Sparas i {n} dagar om ingen annan dag väljs"),
    no_schedules: "Scheman körs inte än",
    no_schedules_text: "I den här versionen skapas återställningspunkter bara med Säkerhetskopiera nu. Skapa en när du behöver den.",
    no_items: "Inget objekt följer den här policyn än.",
};

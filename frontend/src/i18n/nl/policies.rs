//! Dutch: schedules and retention.

use crate::i18n::policies::Policies;

pub(super) const POLICIES: Policies = Policies {
    policy: "Back-upbeleid",
    schedule: "Planning",
    retention: "Bewaartermijn",
    hourly: |a| format!("Meerdere keren per dag, {a}"),
    daily_at: |a, b| format!("Dagelijks om {a}, {b}"),
    weekly_at: |a, b| format!("Wekelijks om {a}, {b}"),
    kept_days: |n| if n == 1 { format!("{n} dag bewaard") } else { format!("{n} dagen bewaard") },
    kept_in_ranges: "Bewaard volgens meerdere bewaartermijnen",
    kept_for_ever: "Voor altijd bewaard",
    items: "Back-upitems",
    intro: "Een beleid zegt wanneer herstelpunten worden gemaakt en hoelang ze worden bewaard.",
    time_zone: "Tijdzone",
    on_demand: |n| format!("{n} dagen bewaard, tenzij een andere dag wordt gekozen"),
    no_schedules: "Planningen worden nog niet uitgevoerd",
    no_schedules_text: "In deze versie worden herstelpunten alleen gemaakt met Nu back-up maken. Maak er een wanneer u het nodig hebt.",
    no_items: "Er valt nog geen item onder dit beleid.",
};

//! Spanish: schedules and retention.

use crate::i18n::policies::Policies;

pub(super) const POLICIES: Policies = Policies {
    policy: "Directiva de copia de seguridad",
    schedule: "Programación",
    retention: "Retención",
    hourly: |a| format!("Varias veces al día, {a}"),
    daily_at: |a, b| format!("Diariamente a las {a}, {b}"),
    weekly_at: |a, b| format!("Semanalmente a las {a}, {b}"),
    kept_days: |n| if n == 1 { format!("Se conserva {n} día") } else { format!("Se conserva {n} días") },
    kept_in_ranges: "Se conserva según varias duraciones de retención",
    kept_for_ever: "Se conserva para siempre",
    items: "Elementos de copia de seguridad",
    intro: "Una directiva indica cuándo se crean los puntos de recuperación y cuánto tiempo se conservan.",
    time_zone: "Zona horaria",
    on_demand: |n| format!("Se conserva {n} días si no se elige otro día"),
    no_schedules: "Las programaciones todavía no se ejecutan",
    no_schedules_text: "En esta versión, los puntos de recuperación solo se crean con Realizar copia de seguridad ahora. Cree uno cuando lo necesite.",
    no_items: "Todavía no hay ningún elemento con esta directiva.",
};

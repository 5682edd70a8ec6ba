//! Spanish: schedules and retention.

use crate::i18n::policies::Policies;

pub(super) const POLICIES: Policies = Policies {
    policy: "Directiva de copia de seguridad",
    schedule: "Programación",
    retention: "Retención",
    daily_at: |a, b| format!("Diariamente a las {a}, {b}"),
    kept_days: |n| if n == 1 { format!("Se conserva {n} día") } else { format!("Se conserva {n} días") },
    items: "Elementos de copia de seguridad",
};

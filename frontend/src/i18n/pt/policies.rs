//! Portuguese of Portugal: schedules and retention.

use crate::i18n::policies::Policies;

pub(super) const POLICIES: Policies = Policies {
    policy: "Política de cópia de segurança",
    schedule: "Agendamento",
    retention: "Retenção",
    daily_at: |a, b| format!("Diariamente às {a}, {b}"),
    kept_days: |n| if n == 1 { format!("Mantido durante {n} dia") } else { format!("Mantido durante {n} dias") },
    items: "Itens de cópia de segurança",
};

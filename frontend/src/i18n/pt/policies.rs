//! Portuguese of Portugal: schedules and retention.

use crate::i18n::policies::Policies;

pub(super) const POLICIES: Policies = Policies {
    policy: "Política de cópia de segurança",
    schedule: "Agendamento",
    retention: "Retenção",
    hourly: |a| format!("Várias vezes por dia, {a}"),
    daily_at: |a, b| format!("Diariamente às {a}, {b}"),
    weekly_at: |a, b| format!("Semanalmente às {a}, {b}"),
    kept_days: |n| if n == 1 { format!("Mantido durante {n} dia") } else { format!("Mantido durante {n} dias") },
    kept_in_ranges: "Mantido por vários períodos de retenção",
    kept_for_ever: "Mantido para sempre",
    items: "Itens de cópia de segurança",
    intro: "Uma política diz quando os pontos de recuperação são criados e durante quanto tempo são mantidos.",
    time_zone: "Fuso horário",
    on_demand: |n| format!("Mantido durante {n} dias, se não for escolhido outro dia"),
    no_schedules: "Os agendamentos ainda não são executados",
    no_schedules_text: "Nesta versão, os pontos de recuperação só são criados com Criar cópia de segurança agora. Crie um sempre que precisar.",
    no_items: "Ainda não há nenhum item com esta política.",
};

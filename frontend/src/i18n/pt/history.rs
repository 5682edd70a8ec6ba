//! Portuguese: the last thirty days, and how storage grows.

use shared::day::DayState;

use crate::i18n::history::History;

pub(super) const HISTORY: History = History {
    title: "Últimos trinta dias",
    worst: "Pior estado do dia, por cofre",
    days_in: |zone| format!("Dias em {zone}"),
    fortnight: "Últimos 14 dias",
    last_jobs: "Últimas 24 horas, cada barra uma tarefa",
    now: "Agora",
    days_of: |x| format!("Últimos trinta dias de {x}"),
    state: |it| match it {
        DayState::Failed => "Com falha",
        DayState::Overdue => "Em atraso",
        DayState::Warning => "Aviso",
        DayState::Pending => "Pendente",
        DayState::Completed => "Concluído",
        DayState::NotDue => "Não previsto",
    },
    legend: "Significado das formas",
    state_row: "Estado",
    new_data: "Dados novos",
    today_new: |x| format!("{x} hoje"),
    new_of_days: |all, today| format!("Dados novos: {all} em trinta dias, {today} hoje"),
    grew: |days, then, now, all| format!("{then} utilizados há {days}, {now} agora, de {all}"),
    full_by: |day| format!("Cheio em {day}"),
    in_days: |n, x| {
        if n == 1 { format!("dentro de 1 dia, a {x} por dia") } else { format!("dentro de {n} dias, a {x} por dia") }
    },
    distant: |x| format!("Espaço para mais de dois anos, a {x} por dia"),
    steady: "O espaço utilizado não cresce",
    too_few_days: "O crescimento é indicado após sete dias",
    between: |a, b| format!("Tarefas entre {a} e {b}"),
};

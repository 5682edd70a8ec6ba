//! Spanish: the last thirty days, and how storage grows.

use shared::day::DayState;

use crate::i18n::history::History;

pub(super) const HISTORY: History = History {
    title: "Últimos treinta días",
    worst: "Peor estado del día, por almacén",
    days_in: |zone| format!("Días en {zone}"),
    fortnight: "Últimos 14 días",
    last_jobs: "Últimas 24 horas, cada barra un trabajo",
    now: "Ahora",
    days_of: |x| format!("Últimos treinta días de {x}"),
    state: |it| match it {
        DayState::Failed => "Con error",
        DayState::Overdue => "Con retraso",
        DayState::Warning => "Advertencia",
        DayState::Pending => "Pendiente",
        DayState::Completed => "Completado",
        DayState::NotDue => "No previsto",
    },
    legend: "Significado de las formas",
    state_row: "Estado",
    new_data: "Datos nuevos",
    today_new: |x| format!("{x} hoy"),
    new_of_days: |all, today| format!("Datos nuevos: {all} en treinta días, {today} hoy"),
    grew: |days, then, now, all| format!("{then} usados hace {days}, {now} ahora, de {all}"),
    full_by: |day| format!("Lleno el {day}"),
    in_days: |n, x| {
        if n == 1 { format!("dentro de 1 día, a {x} al día") } else { format!("dentro de {n} días, a {x} al día") }
    },
    distant: |x| format!("Espacio para más de dos años, a {x} al día"),
    steady: "El espacio usado no crece",
    too_few_days: "El crecimiento se indica a los siete días",
    between: |a, b| format!("Trabajos entre {a} y {b}"),
};

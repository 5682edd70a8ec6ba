//! Swedish: the last thirty days, and how storage grows.

use shared::day::DayState;

use crate::i18n::history::History;

pub(super) const HISTORY: History = History {
    title: "Senaste trettio dagarna",
    worst: "Dagens sämsta läge, per valv",
    days_in: |zone| format!("Dagar i {zone}"),
    fortnight: "Senaste 14 dagarna",
    last_jobs: "Senaste 24 timmarna, varje stapel ett jobb",
    now: "Nu",
    days_of: |x| format!("Senaste trettio dagarna för {x}"),
    state: |it| match it {
        DayState::Failed => "Misslyckades",
        DayState::Overdue => "Försenad",
        DayState::Warning => "Varning",
        DayState::Pending => "Väntar",
        DayState::Completed => "Slutförd",
        DayState::NotDue => "Inte väntad",
    },
    legend: "Formernas betydelse",
    state_row: "Läge",
    new_data: "Nya data",
    today_new: |x| format!("{x} i dag"),
    new_of_days: |all, today| format!("Nya data: {all} på trettio dagar, {today} i dag"),
    grew: |days, then, now, all| format!("{then} använt för {days} sedan, {now} nu, av {all}"),
    full_by: |day| format!("Fullt {day}"),
    in_days: |n, x| {
        if n == 1 { format!("om 1 dag, med {x} per dag") } else { format!("om {n} dagar, med {x} per dag") }
    },
    distant: |x| format!("Räcker i mer än två år, med {x} per dag"),
    steady: "Det använda utrymmet växer inte",
    too_few_days: "Tillväxten visas efter sju dagar",
    between: |a, b| format!("Jobb mellan {a} och {b}"),
};

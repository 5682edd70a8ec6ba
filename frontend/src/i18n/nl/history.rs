//! Dutch: the last thirty days, and how storage grows.

use shared::day::DayState;

use crate::i18n::history::History;

pub(super) const HISTORY: History = History {
    title: "Laatste dertig dagen",
    worst: "Slechtste status van de dag, per kluis",
    days_in: |zone| format!("Dagen in {zone}"),
    fortnight: "Laatste 14 dagen",
    last_jobs: "Laatste 24 uur, elke balk een taak",
    now: "Nu",
    days_of: |x| format!("Laatste dertig dagen van {x}"),
    state: |it| match it {
        DayState::Failed => "Mislukt",
        DayState::Overdue => "Te laat",
        DayState::Warning => "Waarschuwing",
        DayState::Pending => "In behandeling",
        DayState::Completed => "Voltooid",
        DayState::NotDue => "Niet verwacht",
    },
    legend: "Betekenis van de vormen",
    state_row: "Status",
    new_data: "Nieuwe gegevens",
    today_new: |x| format!("{x} vandaag"),
    new_of_days: |all, today| format!("Nieuwe gegevens: {all} in dertig dagen, {today} vandaag"),
    grew: |days, then, now, all| format!("{then} gebruikt {days} geleden, nu {now}, van {all}"),
    full_by: |day| format!("Vol op {day}"),
    in_days: |n, x| {
        if n == 1 { format!("over 1 dag, met {x} per dag") } else { format!("over {n} dagen, met {x} per dag") }
    },
    distant: |x| format!("Ruimte voor meer dan twee jaar, met {x} per dag"),
    steady: "De gebruikte ruimte groeit niet",
    too_few_days: "De groei wordt na zeven dagen getoond",
    between: |a, b| format!("Taken tussen {a} en {b}"),
};

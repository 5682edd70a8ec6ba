//! English: the last thirty days, and how storage grows.

use shared::day::DayState;

use crate::i18n::history::History;

pub(super) const HISTORY: History = History {
    title: "Last thirty days",
    worst: "Worst state of the day, per vault",
    days_in: |zone| format!("Days in {zone}"),
    fortnight: "Last 14 days",
    last_jobs: "Last 24 hours, each bar a job",
    now: "Now",
    days_of: |x| format!("Last thirty days of {x}"),
    state: |it| match it {
        DayState::Failed => "Failed",
        DayState::Overdue => "Overdue",
        DayState::Warning => "Warning",
        DayState::Pending => "Pending",
        DayState::Completed => "Completed",
        DayState::NotDue => "Not due",
    },
    legend: "What the shapes mean",
    state_row: "State",
    new_data: "New data",
    today_new: |x| format!("{x} today"),
    new_of_days: |all, today| format!("New data: {all} in thirty days, {today} today"),
    grew: |days, then, now, all| format!("{then} used {days} ago, {now} now, of {all}"),
    full_by: |day| format!("Full by {day}"),
    in_days: |n, x| if n == 1 { format!("in 1 day, at {x} a day") } else { format!("in {n} days, at {x} a day") },
    distant: |x| format!("More than two years left, at {x} a day"),
    steady: "Used space does not grow",
    too_few_days: "Growth is told after seven days",
    between: |a, b| format!("Jobs between {a} and {b}"),
};

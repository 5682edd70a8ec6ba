//! The last thirty days as a drawing: a strip of states for each row, over what was new on each day, and what the shapes mean.

use chrono::NaiveDate;
use leptos::prelude::*;
use shared::day::{CalendarDay, DayCounts, DayState, ItemDays};
use shared::history::{History, VaultHistory};
use shared::id::VaultId;

use crate::api::Query;
use crate::clock;
use crate::i18n::{Strings, use_strings};
use crate::routes::Route;
use crate::ui::bars::Bars;
use crate::ui::day_dots::DayDots;
use crate::ui::each::Each;
use crate::ui::status::{Shape, Status};
use crate::ui::strip::{Strip, StripDay};

/// A row of the drawing.
#[derive(Clone, PartialEq)]
pub(crate) struct DayRow {
    /// Its name; untrusted text.
    name: String,
    /// Where its name leads; nothing where the row needs no name.
    href: Option<String>,
    days: Vec<StripDay>,
}

/// What is drawn.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct DayChart {
    rows: Vec<DayRow>,
    first: Option<NaiveDate>,
    new_bytes: Vec<u64>,
}

/// The shape of a day.
const fn day_shape(state: DayState) -> Shape {
    match state {
        DayState::Failed => Shape::Failed,
        DayState::Overdue => Shape::Overdue,
        DayState::Warning => Shape::Warning,
        DayState::Pending => Shape::Pending,
        DayState::Completed => Shape::Ok,
        DayState::NotDue => Shape::NotDue,
    }
}

/// The days of vaults, a row each.
pub(crate) fn of_vaults(s: &Strings, history: &History) -> DayChart {
    DayChart {
        rows: history.vaults.iter().map(|vault| vault_row(s, history, vault)).collect(),
        first: history.days.first().map(|day| day.date),
        new_bytes: history.new_bytes(),
    }
}

fn vault_row(s: &Strings, history: &History, of: &VaultHistory) -> DayRow {
    let days = history.days.iter().zip(&of.days).map(|(day, of_vault)| StripDay {
        shape: day_shape(of_vault.items.worst()),
        label: said(s, day.date, &counts(s, &of_vault.items), of_vault.new_bytes),
        href: jobs_of(of.vault.id, day),
    });
    DayRow { name: of.vault.name.clone(), href: Some(Route::Vault(of.vault.id).path()), days: days.collect() }
}

/// The days of one item, without a name: it stands on the item's page.
pub(crate) fn of_item(s: &Strings, vault: VaultId, name: &str, of: &ItemDays) -> DayChart {
    let days = of.days.iter().map(|day| StripDay {
        shape: day_shape(day.state),
        label: said(s, day.day.date, (s.history.state)(day.state), day.new_bytes),
        href: day.job_id.map_or_else(|| jobs_of(vault, &day.day), |job| Route::Job(job).path()),
    });
    DayChart {
        rows: vec![DayRow { name: name.to_owned(), href: None, days: days.collect() }],
        first: of.days.first().map(|day| day.day.date),
        new_bytes: of.days.iter().map(|day| day.new_bytes).collect(),
    }
}

/// The jobs of a vault's day.
fn jobs_of(vault: VaultId, day: &CalendarDay) -> String {
    let query = Query::new().with("since", clock::iso(day.starts_at)).with("until", clock::iso(day.ends_at));
    format!("{}{query}", Route::VaultJobs(vault).path())
}

/// "Mon 12 Oct 2026: 2 Failed, 10 Completed, 3.1 GiB new"
fn said(s: &Strings, date: NaiveDate, states: &str, new_bytes: u64) -> String {
    let day = format!("{} {}: {states}", s.weekday(date, false), s.day(date));
    if new_bytes == 0 { day } else { format!("{day}, {}", (s.jobs.new_data)(&s.bytes(new_bytes))) }
}

/// The days of one item as a small row.
#[component]
pub(crate) fn LastDaysSmall(
    /// How each was, oldest first.
    days: Signal<Vec<DayState>>,
) -> impl IntoView {
    let s = use_strings();
    let label = move || {
        let mut sum = DayCounts::default();
        days.with(|days| days.iter().for_each(|day| sum += *day));
        format!("{}: {}", s.history.fortnight, counts(s, &sum))
    };
    let shapes = Memo::new(move |_| days.with(|days| days.iter().map(|day| day_shape(*day)).collect::<Vec<_>>()));
    view! { <DayDots label days=shapes/> }
}

fn counts(s: &Strings, counts: &DayCounts) -> String {
    let all = [
        (counts.failed, DayState::Failed),
        (counts.overdue, DayState::Overdue),
        (counts.warning, DayState::Warning),
        (counts.pending, DayState::Pending),
        (counts.completed, DayState::Completed),
    ];
    let told: Vec<_> = all
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, state)| format!("{} {}", s.count(count), (s.history.state)(state)))
        .collect();
    if told.is_empty() { (s.history.state)(DayState::NotDue).to_owned() } else { told.join(", ") }
}

/// The drawing.
#[component]
pub(crate) fn Days(
    /// What is drawn.
    #[prop(into)]
    chart: Signal<DayChart>,
) -> impl IntoView {
    let s = use_strings();
    let rows = Memo::new(move |_| chart.with(|chart| chart.rows.clone()));
    let new_bytes = Memo::new(move |_| chart.with(|chart| chart.new_bytes.clone()));
    let today = move || s.bytes(new_bytes.with(|days| days.last().copied().unwrap_or(0)));
    let all = move || s.bytes(new_bytes.with(|days| days.iter().sum()));
    let first = move || chart.with(|chart| chart.first).map(|first| s.day(first));
    let legend = [
        DayState::Completed,
        DayState::Warning,
        DayState::Failed,
        DayState::Overdue,
        DayState::Pending,
        DayState::NotDue,
    ];
    view! {
        <div class="days">
            <Each entries=rows key=|row| row.href.clone() let:row>
                <RowOf row/>
            </Each>
            <span class="label">{s.history.new_data}<small>{move || (s.history.today_new)(&today())}</small></span>
            <Bars label=move || (s.history.new_of_days)(&all(), &today()) amounts=new_bytes/>
            <span class="axis"><span>{first}</span><span>{s.items.today}</span></span>
        </div>
        <ul class="legend" aria-label=s.history.legend>
            {legend.map(|state| view! { <li><Status shape=day_shape(state) word=(s.history.state)(state)/></li> }).collect_view()}
        </ul>
    }
}

#[component]
fn RowOf(
    /// The row.
    row: Signal<DayRow>,
) -> impl IntoView {
    let s = use_strings();
    let (name, href) = row.with_untracked(|row| (row.name.clone(), row.href.clone()));
    let label = (s.history.days_of)(&name);
    let days = Memo::new(move |_| row.with(|row| row.days.clone()));
    let head = match href {
        Some(href) => view! { <a class="label" href=href>{move || row.with(|row| row.name.clone())}</a> }.into_any(),
        None => view! { <span class="label">{s.history.state_row}</span> }.into_any(),
    };
    view! { {head} <Strip label days/> }
}

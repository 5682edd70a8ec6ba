//! A month of days to choose one from: arrows move by days and weeks, Page Up and Down by months, Home and End in the week.

use chrono::{Datelike, Days, Months, NaiveDate};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::browser;
use crate::i18n::format::week_of;
use crate::i18n::use_strings;
use crate::ui::button::IconButton;
use crate::ui::icon::IconName;

const WEEKS: u64 = 6;

/// A month of days. Days before `min` are refused.
#[component]
pub(crate) fn Calendar(
    /// What is chosen, for screen readers.
    #[prop(into)]
    label: TextProp,
    /// The chosen day.
    chosen: RwSignal<NaiveDate>,
    /// Today, in the zone that the days are meant in.
    today: NaiveDate,
    /// The first day that may be chosen.
    min: NaiveDate,
) -> impl IntoView {
    let s = use_strings();
    let first_weekday = s.first_weekday();
    // The day that the keys are on; its month is the one that is shown.
    let cursor = RwSignal::new(chosen.get_untracked());
    let shown = Memo::new(move |_| (cursor.get().with_day(1).unwrap_or_default(), chosen.get()).0);
    // Someone chose by a shortcut: show that day's month.
    let month = Memo::new(move |before: Option<&(NaiveDate, NaiveDate, NaiveDate)>| {
        let (picked, walked) = (chosen.get(), shown.get());
        match before {
            Some((_, old, _)) if *old != picked => (picked.with_day(1).unwrap_or_default(), picked, walked),
            Some((month, _, old)) if *old == walked => (*month, picked, walked),
            _ => (walked, picked, walked),
        }
    });
    let month = Memo::new(move |_| month.get().0);
    let grid = NodeRef::<Div>::new();
    let walk = move |to: NaiveDate| {
        let to = to.max(min);
        cursor.set(to);
        request_animation_frame(move || focus_day(grid, to));
    };
    let keys = move |event: KeyboardEvent| {
        let Some(from) = focused_day() else { return };
        if let Some(to) = step(&event.key(), from, first_weekday) {
            event.prevent_default();
            walk(to);
        }
    };
    let turn = move |forward: bool| {
        let from = month.get_untracked();
        let to = if forward { from + Months::new(1) } else { from - Months::new(1) };
        cursor.set(to.max(min.with_day(1).unwrap_or(min)));
    };
    let choose = Callback::new(move |day: NaiveDate| {
        if day >= min {
            cursor.set(day);
            chosen.set(day);
        }
    });
    let weeks = move || {
        let month = month.get();
        let start = week_of(month, first_weekday);
        (0..WEEKS)
            .map(|week| start + Days::new(week * 7))
            .filter(|monday| *monday < month + Months::new(1))
            .map(|monday| {
                let days = (0..7).map(|day| {
                    let day = monday + Days::new(day);
                    view! { <Day day month chosen today min choose/> }
                });
                view! { <div role="row">{days.collect_view()}</div> }
            })
            .collect_view()
    };
    let head = (0..7).map(|day| {
        let day = week_of(today, first_weekday) + Days::new(day);
        view! { <span role="columnheader" aria-label=s.weekday(day, true)>{s.weekday(day, false)}</span> }
    });
    view! {
        <div class="calendar">
            <div class="head">
                <IconButton label=s.words.previous_month icon=IconName::Left on_press=move |()| turn(false)/>
                <span aria-live="polite">{move || s.month(month.get())}</span>
                <IconButton label=s.words.next_month icon=IconName::Right on_press=move |()| turn(true)/>
            </div>
            <div role="grid" aria-label=move || label.get().into_owned() node_ref=grid on:keydown=keys>
                <div role="row">{head.collect_view()}</div>
                {weeks}
            </div>
        </div>
    }
}

/// A day of the grid. One day of the month is in the order of the Tab key: the chosen one, or the first that may be.
#[component]
fn Day(
    /// Which day.
    day: NaiveDate,
    /// The first day of the month that is shown.
    month: NaiveDate,
    /// The chosen day.
    chosen: RwSignal<NaiveDate>,
    /// Today.
    today: NaiveDate,
    /// The first day that may be chosen.
    min: NaiveDate,
    /// Chooses the day.
    choose: Callback<NaiveDate>,
) -> impl IntoView {
    let s = use_strings();
    let same_month = move |other: NaiveDate| (other.year(), other.month()) == (month.year(), month.month());
    let entrance = move || {
        let picked = chosen.get();
        if same_month(picked) { picked } else { month.max(min) }
    };
    view! {
        <button
            role="gridcell"
            type="button"
            data-day=day.to_string()
            data-outside=(!same_month(day)).then_some("")
            data-today=(day == today).then_some("")
            aria-label=s.day(day)
            aria-current=(day == today).then_some("date")
            aria-disabled=(day < min).then_some("true")
            aria-selected=move || if chosen.get() == day { "true" } else { "false" }
            tabindex=move || if entrance() == day { "0" } else { "-1" }
            on:click=move |_| choose.run(day)
        >
            {day.day()}
        </button>
    }
}

fn focused_day() -> Option<NaiveDate> {
    browser::focused()?.get_attribute("data-day")?.parse().ok()
}

fn focus_day(grid: NodeRef<Div>, day: NaiveDate) {
    let Some(grid) = grid.get_untracked() else { return };
    if let Some(day) = browser::all_below(&grid, &format!("[data-day='{day}']")).first() {
        browser::focus_element(day);
    }
}

/// Where a key leads from a day.
fn step(key: &str, from: NaiveDate, first_weekday: u32) -> Option<NaiveDate> {
    match key {
        "ArrowLeft" => from.checked_sub_days(Days::new(1)),
        "ArrowRight" => from.checked_add_days(Days::new(1)),
        "ArrowUp" => from.checked_sub_days(Days::new(7)),
        "ArrowDown" => from.checked_add_days(Days::new(7)),
        "PageUp" => from.checked_sub_months(Months::new(1)),
        "PageDown" => from.checked_add_months(Months::new(1)),
        "Home" => Some(week_of(from, first_weekday)),
        "End" => week_of(from, first_weekday).checked_add_days(Days::new(6)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_walk_by_keys() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let from = day("2026-12-31");
        assert_eq!(step("ArrowRight", from, 0), Some(day("2027-01-01")));
        assert_eq!(step("ArrowUp", from, 0), Some(day("2026-12-24")));
        assert_eq!(step("PageDown", day("2027-01-31"), 0), Some(day("2027-02-28")));
        assert_eq!(step("Home", from, 0), Some(day("2026-12-28")));
        assert_eq!(step("End", from, 6), Some(day("2027-01-02")));
        assert_eq!(step("a", from, 0), None);
    }
}

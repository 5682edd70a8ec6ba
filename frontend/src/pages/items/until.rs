//! The last day that a point is kept: typed, by a shortcut, or from the calendar. A day that has passed is refused.

use chrono::{Days, NaiveDate};
use leptos::html::Input;
use leptos::prelude::*;
use shared::problem::FieldReason;

use crate::browser;
use crate::i18n::use_strings;
use crate::ui::calendar::Calendar;
use crate::ui::chips::Chip;
use crate::ui::field::Field;

/// The shortcuts, in days.
const SHORTCUTS: [u64; 4] = [7, 30, 90, 365];

/// What is chosen, and among what.
#[derive(Clone, Copy)]
pub(super) struct Until {
    /// The chosen day.
    pub(super) day: RwSignal<NaiveDate>,
    /// What is typed is no day.
    is_blank: RwSignal<bool>,
    /// Today, in the policy's zone.
    today: NaiveDate,
}

impl Until {
    /// So many days from today.
    pub(super) fn new(today: NaiveDate, days: u32) -> Self {
        Self { day: RwSignal::new(today + Days::new(days.into())), is_blank: RwSignal::new(false), today }
    }

    /// The chosen day, if it may be.
    pub(super) fn check(self) -> Option<NaiveDate> {
        let day = self.day.get_untracked();
        (!self.is_blank.get_untracked() && day >= self.today).then_some(day)
    }

    /// Why it may not be.
    fn refused(self) -> Option<FieldReason> {
        let reason = if self.is_blank.get() { FieldReason::Required } else { FieldReason::InPast };
        (self.is_blank.get() || self.day.get() < self.today).then_some(reason)
    }

    fn choose(self, day: NaiveDate) {
        self.is_blank.set(false);
        self.day.set(day);
    }

    fn read(self, text: &str) {
        match text.parse() {
            Ok(day) => self.choose(day),
            Err(_) => self.is_blank.set(true),
        }
    }
}

/// The field, its shortcuts and its calendar.
#[component]
pub(super) fn UntilField(
    /// What is chosen.
    until: Until,
    /// The zone that the day ends in.
    #[prop(into)]
    zone: Signal<String>,
    /// What the server had against the day.
    #[prop(into)]
    refused: Signal<Option<String>>,
) -> impl IntoView {
    let s = use_strings();
    let field = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            browser::focus_element(&field);
        }
    });
    let error = move || until.refused().map(|reason| (s.problems.field)(&reason)).or_else(|| refused.get());
    let hint = move || {
        let days = u64::try_from((until.day.get() - until.today).num_days()).unwrap_or(0);
        let from_today = if days == 0 { s.items.today.to_owned() } else { (s.items.from_today)(days) };
        format!("{}: {from_today}", (s.items.end_of_day)(&s.day(until.day.get()), &zone.get()))
    };
    let shortcut = move |days: u64| {
        let day = until.today + Days::new(days);
        let text = if days == 365 { s.items.one_year.to_owned() } else { (s.items.days)(days) };
        view! {
            <Chip pressed=Signal::derive(move || until.day.get() == day) on_press=move |()| until.choose(day)>{text}</Chip>
        }
    };
    view! {
        <Field label=s.items.retain_until hint error=Signal::derive(error) let:ids>
            <input
                class="input"
                type="date"
                id=ids.control
                node_ref=field
                min=until.today.to_string()
                aria-describedby=ids.described_by
                aria-invalid=move || ids.invalid.get()
                prop:value=move || until.day.get().to_string()
                on:input:target=move |event| until.read(&event.target().value())
            />
        </Field>
        <div class="chips" role="group" aria-label=s.items.shortcuts>{SHORTCUTS.map(shortcut).collect_view()}</div>
        <Calendar label=s.items.retain_until chosen=until.day today=until.today min=until.today/>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_refuse_days_that_have_passed() {
        let owner = Owner::new();
        owner.set();
        let today = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let until = Until::new(today, 30);
        assert_eq!(until.check(), NaiveDate::from_ymd_opt(2026, 12, 20));
        until.read("2026-11-19");
        assert_eq!((until.check(), until.refused()), (None, Some(FieldReason::InPast)));
        until.read("");
        assert_eq!((until.check(), until.refused()), (None, Some(FieldReason::Required)));
        until.read("2026-11-20");
        assert_eq!((until.check(), until.refused()), (Some(today), None));
    }
}

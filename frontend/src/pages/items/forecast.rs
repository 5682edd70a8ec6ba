//! What Backup now will do, before it is asked to.

use chrono::NaiveDate;
use leptos::prelude::*;
use shared::item::{Forecast, Item, LastBackup};

use crate::i18n::{Strings, use_strings};
use crate::routes::Route;
use crate::ui::say::Say;
use crate::ui::status::Shape;

/// What Backup now will do.
#[component]
pub(super) fn WhatHappens(
    /// The item.
    item: Signal<Item>,
    /// The last day that the point is kept.
    #[prop(into)]
    until: Signal<NaiveDate>,
) -> impl IntoView {
    let s = use_strings();
    let forecast = Memo::new(move |_| item.with(|item| item.forecast));
    let kept = move || item.with(|item| (s.items.end_of_day)(&s.day(until.get()), &item.policy.time_zone));
    view! {
        <section class="what-happens">
            <h3>{s.items.what_happens}</h3>
            <dl class="facts">
                <dt>{s.items.kind}</dt>
                <dd>
                    {move || kind(s, forecast.get())}
                    <span class="fine">{move || meaning(s, forecast.get())}</span>
                </dd>
                <dt>{s.items.will_read}</dt>
                <dd>{move || (s.items.about)(&s.bytes(read_bytes(forecast.get())))}</dd>
                <dt>{s.items.kept_until}</dt>
                <dd>{kept}</dd>
            </dl>
        </section>
    }
}

/// That the last backup failed, and may fail again.
#[component]
pub(super) fn CauseRemains(
    /// The item.
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let failed = Memo::new(move |_| match item.with(|item| item.last_backup.clone()) {
        LastBackup::Failed { code, job_id, .. } => Some((code, job_id)),
        _ => None,
    });
    move || {
        failed.get().map(|(code, job)| {
            view! {
                <Say
                    shape=Shape::Warning
                    title=s.items.cause_remains
                    text=(s.items.cause_text)((s.problems.title)(code))
                >
                    <a href=Route::Job(job).path()>{s.problems.what_to_do}</a>
                </Say>
            }
        })
    }
}

fn kind(s: &Strings, forecast: Forecast) -> String {
    match forecast {
        Forecast::Full { .. } => s.items.full.to_owned(),
        Forecast::Incremental { last_new_bytes: Some(bytes), .. } => {
            format!("{}, {}", s.items.incremental, (s.items.last_new)(&s.bytes(bytes)))
        }
        Forecast::Incremental { .. } => s.items.incremental.to_owned(),
    }
}

const fn meaning(s: &Strings, forecast: Forecast) -> &'static str {
    match forecast {
        Forecast::Full { .. } => s.items.full_text,
        Forecast::Incremental { .. } => s.items.incremental_text,
    }
}

const fn read_bytes(forecast: Forecast) -> u64 {
    match forecast {
        Forecast::Full { read_bytes } | Forecast::Incremental { read_bytes, .. } => read_bytes,
    }
}

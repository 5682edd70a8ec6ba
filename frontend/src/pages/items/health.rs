//! How an item is, with its reason; what runs for it stands beside, never instead.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::health::{Health, RPO};
use shared::id::JobId;
use shared::item::{Item, LastBackup};
use shared::job::JobProgress;

use crate::clock;
use crate::i18n::{Strings, use_strings};
use crate::live::use_live;
use crate::parts::state::health_shape;
use crate::routes::Route;
use crate::ui::status::{Shape, Status, StatusShape};

/// An item's last backup status with its reason, and the running job beside it.
#[component]
pub(super) fn ItemHealth(
    /// The item.
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let health = Memo::new(move |_| item.with(|item| item.health));
    let active = Memo::new(move |_| item.with(|item| item.active_job));
    view! {
        <span class="item-health">
            <Status
                shape=Signal::derive(move || health_shape(Some(health.get())))
                word=move || (s.items.health)(health.get())
                reason=move || item.with(|item| reason(s, item, clock::tick()))
            />
            {move || active.get().map(|job| view! { <Running job/> })}
        </span>
    }
}

/// That a job runs for the item, and how far it is.
#[component]
fn Running(
    /// The job.
    job: JobId,
) -> impl IntoView {
    let s = use_strings();
    let newest = use_live().progress(job);
    let share = move || newest.with(|progress| progress.as_ref().and_then(JobProgress::share));
    let word = move || match share() {
        Some(share) => (s.items.running_share)(&s.percent(share)),
        None => s.items.running.to_owned(),
    };
    view! {
        <a class="running" href=Route::Job(job).path()><StatusShape shape=Shape::Running size="small"/> {word}</a>
    }
}

/// Why an item is as it is, in a few words.
fn reason(s: &Strings, item: &Item, now: DateTime<Utc>) -> String {
    match (item.health, &item.last_backup) {
        (Health::Pending, _) => s.items.initial_pending.to_owned(),
        (Health::Failed, LastBackup::Failed { code, .. }) => (s.problems.title)(*code).trim_end_matches('.').to_owned(),
        (Health::Overdue, last) => {
            let by = (s.items.overdue_by)(&s.duration(overdue_seconds(item, now)));
            let is_first = *last == LastBackup::InitialPending;
            if is_first { format!("{by} {}", s.items.initial_pending) } else { by }
        }
        (Health::Warning, LastBackup::Disabled { .. }) => s.resume.disabled.to_owned(),
        (Health::Warning, _) => s.items.with_warnings.to_owned(),
        (Health::Damaged | Health::Failed | Health::Healthy, _) => String::new(),
    }
}

/// How long ago a point was due.
pub(super) fn overdue_seconds(item: &Item, now: DateTime<Utc>) -> u64 {
    let due = item.newest_point_at.unwrap_or(item.created_at) + RPO;
    // Whole minutes are enough for an age of hours.
    u64::try_from((now - due).num_seconds()).unwrap_or(0)
}

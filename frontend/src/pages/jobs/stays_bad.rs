//! A running job heals nothing yet: its item stays failed or overdue until the job completes. And a failed one took
//! nothing away.

use leptos::prelude::*;
use shared::event::Topic;
use shared::health::Health;
use shared::id::ItemId;
use shared::item::Item;
use shared::job::{Job, JobKind};

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::state::health_shape;
use crate::ui::say::Say;

/// That the item of a running backup is as it was, whatever the job does.
#[component]
pub(super) fn StaysBad(
    /// The job.
    job: Signal<Job>,
) -> impl IntoView {
    let is_active = Memo::new(move |_| job.with(|job| job.state.is_active()));
    let item = item_of_backup(job);
    move || item.filter(|_| is_active.get()).map(|item| view! { <Bad item/> })
}

#[component]
fn Bad(
    /// The item.
    item: ItemId,
) -> impl IntoView {
    let s = use_strings();
    let item = load(move || item, &[Topic::Items], api::items::get).value();
    let bad = Memo::new(move |_| {
        item.with(|item| {
            let item = item.as_ref()?;
            let title = match item.health {
                Health::Damaged => s.jobs.stays_damaged,
                Health::Failed => s.jobs.stays_failed,
                Health::Overdue => s.jobs.stays_overdue,
                _ => return None,
            };
            let newest = match item.newest_point_at {
                Some(at) => (s.items.newest_from)(&s.moment(at)),
                None => s.items.no_point.to_owned(),
            };
            Some((item.health, title(&item.machine.name), newest))
        })
    });
    move || bad.get().map(|(health, title, text)| view! { <Say shape=health_shape(Some(health)) title text/> })
}

/// That a failed backup made no point and took none away.
#[component]
pub(super) fn Untouched(
    /// The job.
    job: Signal<Job>,
) -> impl IntoView {
    item_of_backup(job).map(|item| view! { <Kept item/> })
}

#[component]
fn Kept(
    /// The item.
    item: ItemId,
) -> impl IntoView {
    let s = use_strings();
    let item = load(move || item, &[Topic::Items], api::items::get).value();
    let points = Memo::new(move |_| item.with(|item| item.as_ref().map_or(0, |item: &Item| item.recovery_points)));
    let kept = move || Some(points.get()).filter(|count| *count > 0).map(s.jobs.untouched);
    view! { <span>{s.jobs.nothing_written} " " {kept}</span> }
}

fn item_of_backup(job: Signal<Job>) -> Option<ItemId> {
    job.with_untracked(|job| job.item_id.filter(|_| job.kind == JobKind::Backup))
}

//! A running job heals nothing yet: its item stays failed or overdue until the job completes. And a failed one took
//! nothing away.

use leptos::prelude::*;
use shared::event::Topic;
use shared::health::Health;
use shared::id::ItemId;
use shared::item::Item;
use shared::job::{Job, JobKind, JobStatus};

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::state::health_shape;
use crate::ui::say::Say;

/// What the item of a backup stays, whatever the job does.
#[component]
pub(super) fn StaysBad(
    /// The job.
    job: Signal<Job>,
) -> impl IntoView {
    let (kind, item) = job.with_untracked(|job| (job.kind, job.item_id));
    item.filter(|_| kind == JobKind::Backup).map(|item| view! { <OfItem job item/> })
}

#[component]
fn OfItem(
    /// The job.
    job: Signal<Job>,
    /// Its item.
    item: ItemId,
) -> impl IntoView {
    let s = use_strings();
    let loaded = load(move || item, &[Topic::Items], api::items::get);
    let status = Memo::new(move |_| job.with(|job| job.state.status()));
    let item = Memo::new(move |_| loaded.value().get());
    let newest = move |item: &Item| match item.newest_point_at {
        Some(at) => (s.items.newest_from)(&s.moment(at)),
        None => s.items.no_point.to_owned(),
    };
    let stays = move |item: &Item| {
        let title = match item.health {
            Health::Failed => s.jobs.stays_failed,
            Health::Overdue => s.jobs.stays_overdue,
            _ => return None,
        };
        let title = title(&item.machine.name);
        Some(view! { <Say shape=health_shape(Some(item.health)) title text=newest(item)/> }.into_any())
    };
    let untouched = move |item: &Item| {
        let kept = if item.recovery_points == 0 { String::new() } else { (s.jobs.untouched)(item.recovery_points) };
        Some(view! { <p class="muted untouched">{s.jobs.nothing_written} " " {kept}</p> }.into_any())
    };
    move || {
        item.with(|item| match (status.get(), item.as_ref()?) {
            (JobStatus::Failed, item) => untouched(item),
            (status, item) if status.is_active() => stays(item),
            _ => None,
        })
    }
}

//! What is wrong with an item, why, and the next step; nothing while all is well.

use leptos::prelude::*;
use shared::health::Health;
use shared::item::{Item, LastBackup};
use shared::maintenance::Verdict;

use super::health::overdue_seconds;
use crate::clock;
use crate::i18n::{Strings, use_strings};
use crate::parts::state::health_shape;
use crate::routes::Route;
use crate::ui::say::Say;
use crate::ui::status::Shape;

/// What there is to say.
#[derive(Clone, PartialEq)]
struct Saying {
    shape: Shape,
    title: String,
    text: String,
    /// The job to look at.
    job: Option<String>,
}

/// What is wrong with an item.
#[component]
pub(super) fn Standing(
    /// The item.
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let saying = Memo::new(move |_| item.with(|item| say(s, item)));
    let link = move |href: String| view! { <a href=href>{s.items.see_job}</a> };
    move || {
        saying.get().map(|saying| match saying.job {
            Some(job) => view! {
                <Say shape=saying.shape title=saying.title text=saying.text>{link(job)}</Say>
            }
            .into_any(),
            None => view! { <Say shape=saying.shape title=saying.title text=saying.text/> }.into_any(),
        })
    }
}

fn say(s: &Strings, item: &Item) -> Option<Saying> {
    let now = clock::tick();
    let newest = match item.newest_point_at {
        Some(at) => (s.items.newest_from)(&s.moment(at)),
        None => s.items.no_point.to_owned(),
    };
    let word = (s.items.health)(item.health);
    let (title, text, job) = match (item.health, &item.last_backup) {
        (Health::Healthy, _) => return None,
        (Health::Damaged, _) => {
            let job = match &item.verdict {
                Verdict::Damaged { job_id, .. } => Some(Route::Job(*job_id).path()),
                _ => None,
            };
            (word.to_owned(), format!("{} {newest}", s.items.damaged_text), job)
        }
        (Health::Failed, LastBackup::Failed { at, code, job_id }) => {
            let why = [(s.problems.title)(*code), (s.problems.next_step)(*code), newest.as_str()].join(" ");
            ((s.items.failed_title)(&s.ago(*at, now)), why, Some(Route::Job(*job_id).path()))
        }
        (Health::Overdue, last) => {
            let by = (s.items.overdue_by)(&s.duration(overdue_seconds(item, now)));
            let first = if *last == LastBackup::InitialPending { s.items.initial_pending } else { "" };
            let title = format!("{word} {by} {first}");
            (title.trim_end().to_owned(), format!("{} {newest}", s.items.overdue_text), None)
        }
        (Health::Pending, _) => (format!("{word} {}", s.items.initial_pending), s.items.pending_text.to_owned(), None),
        (_, LastBackup::Disabled { since }) => {
            (s.resume.stopped.to_owned(), (s.resume.stopped_text)(&s.ago(*since, now)), None)
        }
        (Health::Failed | Health::Warning, _) => (word.to_owned(), s.items.warning_text.to_owned(), None),
    };
    Some(Saying { shape: health_shape(Some(item.health)), title, text, job })
}

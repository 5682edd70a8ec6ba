//! The jobs of the last twenty-four hours of a vault, as bars on one axis.

use chrono::{DateTime, TimeDelta, Utc};
use leptos::prelude::*;
use shared::event::Topic;
use shared::id::VaultId;
use shared::job::Job;

use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::parts::job::job_title;
use crate::parts::state::job_shape;
use crate::routes::Route;
use crate::ui::gantt::{Gantt, Span};
use crate::{api, clock};

/// How long the axis is.
const HOURS: i64 = 24;

/// The moments below the axis stand so many hours apart.
const BETWEEN: i64 = 6;

/// The jobs of the last day; nothing while there is none.
#[component]
pub(super) fn LastJobs(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let jobs = load(move || id, &[Topic::Jobs], api::jobs::of_last_day).value();
    let jobs = Memo::new(move |_| jobs.get().unwrap_or_default());
    let spans = Memo::new(move |_| {
        let now = clock::tick();
        jobs.with(|jobs| jobs.iter().map(|job| span(s, job, now)).collect::<Vec<_>>())
    });
    let axis = Memo::new(move |_| axis(s, clock::tick()));
    let is_there = Memo::new(move |_| jobs.with(|jobs| !jobs.is_empty()));
    move || {
        is_there.get().then(|| {
            view! {
                <p class="fine quiet">{s.history.last_jobs}</p>
                <Gantt label=s.history.last_jobs spans axis/>
            }
        })
    }
}

fn span(s: &Strings, job: &Job, now: DateTime<Utc>) -> Span {
    let begun = job.state.started_at().unwrap_or(job.created_at);
    let ended = job.state.finished_at().unwrap_or(now).max(begun);
    let status = job.state.status();
    let seconds = u64::try_from((ended - begun).num_seconds()).unwrap_or(0);
    let title = job_title(s, job.kind, &job.subject);
    Span {
        begins: share(begun, now),
        ends: share(ended, now),
        shape: job_shape(status),
        label: format!("{title}: {}, {}, {}", (s.jobs.status)(status), s.when(begun, now), s.duration(seconds)),
        href: Route::Job(job.id).path(),
    }
}

/// Where a moment lies on the axis that ends now.
#[expect(clippy::cast_precision_loss, reason = "a bar has no use for more than 52 bits")]
fn share(at: DateTime<Utc>, now: DateTime<Utc>) -> f64 {
    let length = TimeDelta::hours(HOURS).num_milliseconds() as f64;
    (1.0 - (now - at).num_milliseconds() as f64 / length).clamp(0.0, 1.0)
}

fn axis(s: &Strings, now: DateTime<Utc>) -> Vec<String> {
    let back = (1..=HOURS / BETWEEN).rev().map(|part| now - TimeDelta::hours(part * BETWEEN));
    // Within a day the time alone says when.
    back.map(|at| s.when(at, at)).chain([s.history.now.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_place_a_moment_on_the_axis() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(9);
        let at = |hours| share(now - TimeDelta::hours(hours), now);
        assert!((at(0) - 1.0).abs() < f64::EPSILON && (at(6) - 0.75).abs() < f64::EPSILON);
        assert!(at(30).abs() < f64::EPSILON && (at(-1) - 1.0).abs() < f64::EPSILON);
    }
}

//! Jobs in progress, with bars that move by the event stream.

use leptos::prelude::*;
use shared::job::{Job, JobKind, JobProgress};
use shared::overview::Overview;

use super::watch::Watch;
use crate::i18n::use_strings;
use crate::parts::job::{job_title, live_progress};
use crate::ui::each::Each;
use crate::ui::progress::Progress;

/// As many lines as are read from five metres; the last one counts the others, when there are more.
const LINES: usize = 3;

/// How many of so many jobs get a bar.
const fn bars(jobs: usize) -> usize {
    if jobs > LINES { LINES - 1 } else { jobs }
}

/// Jobs in progress.
#[component]
pub(super) fn Jobs(
    /// What they are taken from.
    overview: Signal<Overview>,
    /// How old that is.
    watch: Watch,
) -> impl IntoView {
    let s = use_strings();
    let jobs = Memo::new(move |_| {
        let mut jobs = overview.with(|it| it.active_jobs.clone());
        // Those that run come before those that wait.
        jobs.sort_by_key(|job| job.progress.current_phase().is_none());
        jobs.truncate(bars(jobs.len()));
        jobs
    });
    let more = move || {
        let hidden = overview.with(|it| it.jobs.in_progress).saturating_sub(jobs.with(Vec::len) as u64);
        (hidden > 0).then(|| view! { <p class="calm">{(s.wall.more_jobs)(hidden)}</p> })
    };
    let none = move || jobs.with(Vec::is_empty).then(|| view! { <p class="calm">{s.overview.no_jobs}</p> });
    view! {
        <section>
            <h2>{s.overview.in_progress}</h2>
            {none}
            <ul class="bars">
                <Each entries=jobs key=|job| job.id let:job>
                    <Bar job watch/>
                </Each>
            </ul>
            {more}
        </section>
    }
}

#[component]
fn Bar(
    /// The job.
    job: Signal<Job>,
    /// How old it is.
    watch: Watch,
) -> impl IntoView {
    let s = use_strings();
    let progress = live_progress(job);
    let kind = job.with_untracked(|job| job.kind);
    let name = move || {
        job.with(|job| if kind == JobKind::CreateSampleDisks { job_title(s, kind, "") } else { job.subject.clone() })
    };
    let share = Signal::derive(move || progress.with(JobProgress::share));
    let percent = move || share.get().map(|share| s.percent(share)).unwrap_or_default();
    let left = move || {
        if watch.stale.get() {
            return Some(percent()).filter(|text| !text.is_empty()).map(|percent| (s.wall.was)(&percent));
        }
        let left = progress.with(JobProgress::seconds_left).filter(|left| *left > 0);
        left.map(|left| (s.jobs.time_left)(&s.duration(left)))
    };
    let phase = move || match progress.with(JobProgress::current_phase) {
        Some(phase) => (s.jobs.phase)(phase),
        None => (s.jobs.status)(job.with(|job| job.state.status())),
    };
    let end = move || if watch.stale.get() { (s.wall.at)(&s.time(watch.as_of.get())) } else { percent() };
    view! {
        <li>
            <span class="name">{name}</span>
            <span class="left">{left}</span>
            <Progress label=move || (s.jobs.progress_of)(&name()) share/>
            <span class="phase">{phase}</span>
            <span class="percent">{end}</span>
        </li>
    }
}

//! A job that is under way, in three lines: name and phase, bar, figures. It moves by the event stream.

use leptos::prelude::*;
use shared::job::{Job, JobKind, JobProgress};

use crate::i18n::{Strings, use_strings};
use crate::live::use_live;
use crate::routes::Route;
use crate::ui::progress::Progress;

/// What a job is called, as the beginning of a sentence: "Backup of db-02".
pub(crate) fn job_title(s: &Strings, kind: JobKind, subject: &str) -> String {
    match kind {
        JobKind::Backup => (s.notifications.backup)(subject),
        JobKind::Restore => (s.notifications.restore)(subject),
        JobKind::CreateVault => (s.notifications.create_vault)(subject),
        JobKind::CreateSampleDisks => s.notifications.create_samples.to_owned(),
        JobKind::Verify => (s.notifications.verify)(subject),
        JobKind::Prune => (s.notifications.prune)(subject),
    }
}

/// How far a job is now: by the newest event, or by what was fetched, whichever is further.
pub(crate) fn live_progress(job: Signal<Job>) -> Signal<JobProgress> {
    let newest = use_live().progress(job.with_untracked(|job| job.id));
    Signal::derive(move || {
        let fetched = job.with(|job| job.progress.clone());
        // A finished job's own record is complete; while it runs, the event is newer or the same.
        match newest.get() {
            Some(event) if job.with(|job| job.state.is_active()) && event.done_bytes >= fetched.done_bytes => event,
            _ => fetched,
        }
    })
}

/// One job of a `<ul class="jobs">`.
#[component]
pub(crate) fn JobRow(
    /// The job.
    #[prop(into)]
    job: Signal<Job>,
) -> impl IntoView {
    let s = use_strings();
    let progress = live_progress(job);
    let (id, kind) = job.with_untracked(|job| (job.id, job.kind));
    let name = move || {
        job.with(|job| match kind {
            JobKind::Backup | JobKind::Restore | JobKind::CreateVault => job.subject.clone(),
            JobKind::CreateSampleDisks | JobKind::Verify | JobKind::Prune => job_title(s, kind, &job.subject),
        })
    };
    let phase = move || match progress.with(JobProgress::current_phase) {
        Some(phase) => (s.jobs.phase)(phase),
        None => (s.jobs.status)(job.with(|job| job.state.status())),
    };
    let left = move || {
        progress.with(|progress| {
            progress.seconds_left().filter(|left| *left > 0).map(|left| (s.jobs.time_left)(&s.duration(left)))
        })
    };
    view! {
        <li>
            <div class="line">
                <a href=Route::Job(id).path()>{name}</a>
                <span class="phase">{phase}</span>
                <span class="left">{left}</span>
            </div>
            <Progress label=move || (s.jobs.progress_of)(&name()) share=Signal::derive(move || progress.with(JobProgress::share))/>
            <div class="figures">
                <span>{move || progress.with(|progress| figures(s, kind, progress))}</span>
                <span>{move || progress.with(|progress| pace(s, progress))}</span>
            </div>
        </li>
    }
}

/// What has been moved: "238 GiB of 384 GiB read, 11.6 GiB new".
pub(crate) fn figures(s: &Strings, kind: JobKind, progress: &JobProgress) -> String {
    if progress.total_bytes == 0 {
        return String::new();
    }
    let (done, total) = (s.bytes(progress.done_bytes), s.bytes(progress.total_bytes));
    match kind {
        JobKind::Restore => (s.jobs.written_of)(&done, &total),
        JobKind::Verify | JobKind::Prune => (s.jobs.read_of)(&done, &total),
        _ => format!("{}, {}", (s.jobs.read_of)(&done, &total), (s.jobs.new_data)(&s.bytes(progress.new_bytes))),
    }
}

/// How fast it goes and what holds it up: "214 MiB/s · limited by reading the disks".
pub(crate) fn pace(s: &Strings, progress: &JobProgress) -> String {
    if progress.rate_bytes_per_s == 0 {
        return String::new();
    }
    let rate = s.rate(progress.rate_bytes_per_s);
    match progress.bottleneck {
        Some(bottleneck) => format!("{rate} · {}", (s.jobs.bottleneck)(bottleneck)),
        None => rate,
    }
}

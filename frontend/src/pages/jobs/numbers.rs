//! The live figures of a backup, a restore or a verification.

use leptos::prelude::*;
use shared::job::{Job, JobKind, JobProgress, PhaseState};

use super::ended::seconds;
use crate::i18n::{Strings, use_strings};

/// A figure: its label, the value with its unit, and what to know of it.
#[derive(Clone, PartialEq)]
struct Figure {
    label: &'static str,
    value: String,
    rest: String,
    note: String,
}

/// The live figures.
#[component]
pub(super) fn Numbers(
    /// The job.
    job: Signal<Job>,
    /// How far it is.
    progress: Signal<JobProgress>,
) -> impl IntoView {
    let s = use_strings();
    let figures = move || job.with(|job| progress.with(|progress| figures(s, job, progress)));
    let count = job.with_untracked(|job| if job.kind == JobKind::Backup { 5 } else { 3 });
    let cell = move |place: usize| {
        let figure = Memo::new(move |_| figures().get(place).cloned());
        let part = move |of: fn(Figure) -> String| figure.get().map(of);
        view! {
            <div>
                <dt>{move || figure.get().map(|figure| figure.label)}</dt>
                <dd>
                    {move || part(|figure| figure.value)} " " <small>{move || part(|figure| figure.rest)}</small>
                </dd>
                <dd class="fine">{move || part(|figure| figure.note)}</dd>
            </div>
        }
    };
    view! { <dl class="numbers" aria-label=s.jobs.numbers>{(0..count).map(cell).collect_view()}</dl> }
}

fn figures(s: &Strings, job: &Job, progress: &JobProgress) -> Vec<Figure> {
    let words = &s.jobs;
    let is_restore = job.kind == JobKind::Restore;
    let of_all = (words.of_all)(&s.bytes(progress.total_bytes));
    let note = match job.kind {
        JobKind::Restore => words.holes_written,
        JobKind::Backup => words.holes,
        _ => "",
    };
    let moved = Figure {
        note: note.to_owned(),
        ..amount(if is_restore { words.written } else { words.read }, &s.bytes(progress.done_bytes), &of_all)
    };
    let rate_and_time = [rate(s, job, progress), time(s, job, progress)];
    if job.kind != JobKind::Backup {
        return [vec![moved], rate_and_time.to_vec()].concat();
    }
    let new =
        Figure { note: words.before_compression.to_owned(), ..amount(words.new, &s.bytes(progress.new_bytes), "") };
    let stored = Figure { note: of_new(s, progress), ..amount(words.stored, &s.bytes(progress.stored_bytes), "") };
    [vec![moved, new, stored], rate_and_time.to_vec()].concat()
}

/// While it runs the rate over five seconds, afterwards the mean.
fn rate(s: &Strings, job: &Job, progress: &JobProgress) -> Figure {
    if job.state.is_active() {
        let note = progress.bottleneck.map_or("", |bottleneck| (s.jobs.bottleneck)(bottleneck)).to_owned();
        return Figure { note, ..amount(s.jobs.rate, &s.rate(progress.rate_bytes_per_s), "") };
    }
    let moves_data = |phase: &&PhaseState| phase.phase.has_bar();
    let taken = progress.phases.iter().find(moves_data).map(|phase| phase.duration_ms).filter(|taken| *taken > 0);
    let mean = taken.map(|taken| s.rate(progress.done_bytes.saturating_mul(1000) / taken));
    amount(s.jobs.mean_rate, &mean.unwrap_or_else(|| "–".to_owned()), "")
}

/// While it runs what is left, afterwards what it took.
fn time(s: &Strings, job: &Job, progress: &JobProgress) -> Figure {
    let (label, seconds) = if job.state.is_active() {
        (s.jobs.left, progress.seconds_left())
    } else {
        (s.jobs.duration, seconds(&job.state))
    };
    amount(label, &seconds.map_or_else(|| "–".to_owned(), |seconds| s.duration(seconds)), "")
}

fn of_new(s: &Strings, progress: &JobProgress) -> String {
    if progress.new_bytes == 0 {
        return s.jobs.in_the_vault.to_owned();
    }
    #[expect(clippy::cast_precision_loss, reason = "whole per cents are shown")]
    let share = progress.stored_bytes as f64 / progress.new_bytes as f64;
    (s.jobs.of_new)(&s.percent(share))
}

/// A value whose unit is written small.
fn amount(label: &'static str, text: &str, rest: &str) -> Figure {
    let (value, unit) = text.split_once(['\u{a0}', ' ']).unwrap_or((text, ""));
    let rest = [unit, rest].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Figure { label, value: value.to_owned(), rest, note: String::new() }
}

//! The named steps of a job. Only the one that moves data has a bar.

use leptos::prelude::*;
use shared::job::{Job, JobProgress, JobStatus, PhaseState, PhaseStatus};

use crate::i18n::{Strings, use_strings};
use crate::parts::job::pace;
use crate::parts::state::phase_shape;
use crate::ui::each::Each;
use crate::ui::progress::{Progress, Tone};
use crate::ui::status::{Shape, Status};

/// The steps of a job.
#[component]
pub(super) fn Phases(
    /// The job.
    job: Signal<Job>,
    /// How far it is.
    progress: Signal<JobProgress>,
) -> impl IntoView {
    let s = use_strings();
    let phases = Memo::new(move |_| progress.with(|progress| progress.phases.clone()));
    let status = Memo::new(move |_| job.with(|job| job.state.status()));
    // The steps are as wide as they are long while that can be told.
    let even = move || (status.get() == JobStatus::Failed).then_some("");
    view! {
        <ol class="phases" aria-label=s.jobs.phases data-even=even>
            <Each entries=phases key=|phase| phase.phase let:phase>
                <Step phase progress job=status/>
            </Each>
        </ol>
    }
}

#[component]
fn Step(
    /// The step.
    phase: Signal<PhaseState>,
    /// How far the job is.
    progress: Signal<JobProgress>,
    /// How the job is.
    #[prop(into)]
    job: Signal<JobStatus>,
) -> impl IntoView {
    let s = use_strings();
    let which = phase.with_untracked(|phase| phase.phase);
    let moves_data = which.has_bar();
    let status = Memo::new(move |_| phase.with(|phase| phase.status));
    let is_over = move || !job.get().is_active();
    let shape = Signal::derive(move || match (status.get(), job.get()) {
        (PhaseStatus::Waiting, _) if is_over() => Shape::NotDue,
        (status, _) => phase_shape(status),
    });
    let share = Signal::derive(move || match status.get() {
        PhaseStatus::Completed => Some(1.0),
        PhaseStatus::Waiting => Some(0.0),
        _ => progress.with(JobProgress::share),
    });
    let tone = Signal::derive(move || if status.get() == PhaseStatus::InProgress { Tone::Running } else { Tone::Done });
    let edge = if moves_data {
        view! { <Progress label=(s.jobs.phase)(which) share tone/> }.into_any()
    } else {
        view! { <i class="edge"></i> }.into_any()
    };
    let note = move || phase.with(|phase| note(s, *phase, is_over(), moves_data.then(|| progress.get()).as_ref()));
    view! {
        <li data-state=move || shape.get().word() data-moves=moves_data.then_some("")>
            {edge}
            <Status shape word=(s.jobs.phase)(which)/>
            <span class="fine">{note}</span>
        </li>
    }
}

/// How long a step took, how far it is, or that it was not reached.
fn note(s: &Strings, phase: PhaseState, is_over: bool, progress: Option<&JobProgress>) -> String {
    let taken = || s.duration(phase.duration_ms.div_ceil(1000));
    match (phase.status, progress) {
        (PhaseStatus::Waiting, _) if is_over => s.jobs.not_reached.to_owned(),
        (PhaseStatus::Waiting, _) => (s.jobs.phase_status)(PhaseStatus::Waiting).to_owned(),
        (PhaseStatus::InProgress, Some(progress)) if !is_over => {
            let share = progress.share().map(|share| s.percent(share)).unwrap_or_default();
            [share, pace(s, progress)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        (PhaseStatus::InProgress, None) if !is_over => (s.jobs.phase_status)(PhaseStatus::InProgress).to_owned(),
        _ => taken(),
    }
}

//! The states of items, jobs and the rest as shapes and words.

use leptos::prelude::*;
use shared::health::Health;
use shared::item::{Item, ProtectionState};
use shared::job::{Job, JobStatus, PhaseStatus};

use crate::i18n::use_strings;
use crate::ui::status::{Shape, Status};

/// The shape of a health; nothing is in no policy.
pub(crate) const fn health_shape(health: Option<Health>) -> Shape {
    match health {
        Some(Health::Damaged | Health::Failed) => Shape::Failed,
        Some(Health::Overdue) => Shape::Overdue,
        Some(Health::Warning) => Shape::Warning,
        Some(Health::Pending) => Shape::Pending,
        Some(Health::Healthy) => Shape::Ok,
        None => Shape::None,
    }
}

/// The shape of a job's status.
pub(crate) const fn job_shape(status: JobStatus) -> Shape {
    match status {
        JobStatus::Queued => Shape::Pending,
        JobStatus::InProgress | JobStatus::Cancelling => Shape::Running,
        JobStatus::Completed => Shape::Ok,
        JobStatus::CompletedWithWarnings => Shape::Warning,
        JobStatus::Failed => Shape::Failed,
        JobStatus::Cancelled => Shape::Stopped,
    }
}

/// The shape of a phase.
pub(crate) const fn phase_shape(status: PhaseStatus) -> Shape {
    match status {
        PhaseStatus::Waiting => Shape::Pending,
        PhaseStatus::InProgress => Shape::Running,
        PhaseStatus::Completed => Shape::Ok,
        PhaseStatus::Failed => Shape::Failed,
        PhaseStatus::Cancelled => Shape::Stopped,
    }
}

/// An item's last backup status, with "initial backup pending" where it is. A running job never hides it.
#[component]
pub(crate) fn ItemStatus(
    /// The item.
    #[prop(into)]
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let health = move || item.with(|item| item.health);
    let reason = move || match item.with(|item| item.state) {
        ProtectionState::ProtectionStopped => s.resume.disabled,
        _ if health() == Health::Pending => s.items.initial_pending,
        _ => "",
    };
    view! {
        <Status
            shape=Signal::derive(move || health_shape(Some(health())))
            word=move || (s.items.health)(health())
            reason
        />
    }
}

/// A job's status.
#[component]
pub(crate) fn JobStatusOf(
    /// The job.
    #[prop(into)]
    job: Signal<Job>,
) -> impl IntoView {
    let s = use_strings();
    let status = move || job.with(|job| job.state.status());
    view! { <Status shape=Signal::derive(move || job_shape(status())) word=move || (s.jobs.status)(status())/> }
}

//! A job, watched live: how far each step, each figure and each disk is, and what it wrote down.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::JobId;
use shared::job::{Job, JobKind};

use super::about::About;
use super::disks::Disks;
use super::head::{Head, Outcome};
use super::log::Log;
use super::numbers::Numbers;
use super::phases::Phases;
use super::stays_bad::StaysBad;
use crate::api;
use crate::loading::load;
use crate::parts::job::live_progress;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::trouble::FailureBox;
use crate::sending::Sending;

/// A job.
#[component]
pub(crate) fn JobPage(
    /// Which one.
    id: JobId,
) -> impl IntoView {
    let job = load(move || id, &[Topic::Jobs], api::jobs::get);
    view! {
        <PageFrame>
            <Load from=job let:job><Shown job/></Load>
        </PageFrame>
    }
}

#[component]
fn Shown(
    /// The job.
    job: Signal<Job>,
) -> impl IntoView {
    let sending = Sending::new();
    let progress = live_progress(job);
    let kind = job.with_untracked(|job| job.kind);
    let moves_data = matches!(kind, JobKind::Backup | JobKind::Restore | JobKind::Verify);
    let has_disks = Memo::new(move |_| progress.with(|progress| !progress.disks.is_empty()));
    let has_figures = Memo::new(move |_| {
        moves_data && (progress.with(|progress| progress.total_bytes > 0) || job.with(|job| job.state.is_active()))
    });
    let parts = move || {
        if has_disks.get() {
            view! {
                <div class="cols job-parts"><Disks job progress/><About job/></div>
                <Log job progress/>
            }
            .into_any()
        } else {
            view! { <div class="cols job-parts"><Log job progress/><About job/></div> }.into_any()
        }
    };
    view! {
        <Head job progress sending/>
        <FailureBox failure=sending.failure()/>
        <Outcome job sending/>
        <StaysBad job/>
        <Phases job progress/>
        {move || has_figures.get().then(|| view! { <Numbers job progress/> })}
        {parts}
    }
}

//! The disks of a job, each with its bar.

use leptos::prelude::*;
use shared::job::{DiskProgress, Job, JobKind, JobProgress, JobState};

use crate::i18n::use_strings;
use crate::ui::each::Each;
use crate::ui::progress::{Progress, Tone};
use crate::ui::region::Region;

/// The disks of a job.
#[component]
pub(super) fn Disks(
    /// The job.
    job: Signal<Job>,
    /// How far it is.
    progress: Signal<JobProgress>,
) -> impl IntoView {
    let s = use_strings();
    let disks = Memo::new(move |_| progress.with(|progress| progress.disks.clone()));
    let kind = job.with_untracked(|job| job.kind);
    let is_through = Memo::new(move |_| {
        job.with(|job| matches!(job.state, JobState::Completed { .. } | JobState::CompletedWithWarnings { .. }))
    });
    let note = move || (s.words.disks)(disks.with(Vec::len) as u64);
    view! {
        <Region title=s.jobs.disks note>
            <ul class="jobs">
                <Each entries=disks key=|disk| disk.name.clone() let:disk>
                    <Disk disk kind is_through/>
                </Each>
            </ul>
        </Region>
    }
}

#[component]
fn Disk(
    /// How far it is.
    disk: Signal<DiskProgress>,
    /// What the job does.
    kind: JobKind,
    /// Whether the job is done with all of them.
    #[prop(into)]
    is_through: Signal<bool>,
) -> impl IntoView {
    let s = use_strings();
    let name = disk.with_untracked(|disk| disk.name.clone());
    let label = (s.jobs.progress_of)(&name);
    // Empty parts are not moved, so that a disk can be done before its figures are.
    let share = Signal::derive(move || if is_through.get() { Some(1.0) } else { disk.with(share) });
    let is_done = Memo::new(move |_| share.get() == Some(1.0));
    let tone = Signal::derive(move || if is_done.get() { Tone::Done } else { Tone::Running });
    let state = move || match (is_done.get(), share.get()) {
        (true, _) => s.jobs.done.to_owned(),
        (_, Some(share)) => s.percent(share),
        _ => String::new(),
    };
    let figures = move || {
        let (done, total) = disk.with(|disk| (s.bytes(disk.done_bytes), s.bytes(disk.total_bytes)));
        if kind == JobKind::Restore { (s.jobs.written_of)(&done, &total) } else { (s.jobs.read_of)(&done, &total) }
    };
    view! {
        <li>
            <div class="line">
                <strong>{name}</strong>
                <span class="phase">{move || s.bytes(disk.with(|disk| disk.size_bytes))}</span>
                <span class="left">{state}</span>
            </div>
            <Progress label=label share tone/>
            <div class="figures"><span>{figures}</span></div>
        </li>
    }
}

#[expect(clippy::cast_precision_loss, reason = "a bar has no use for more than 52 bits")]
fn share(disk: &DiskProgress) -> Option<f64> {
    (disk.total_bytes > 0).then(|| (disk.done_bytes as f64 / disk.total_bytes as f64).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_never_exceed_the_whole_disk() {
        let disk = |done_bytes, total_bytes| DiskProgress { done_bytes, total_bytes, ..DiskProgress::default() };
        assert_eq!(share(&disk(3, 0)), None);
        assert_eq!(share(&disk(12, 10)), Some(1.0));
    }
}

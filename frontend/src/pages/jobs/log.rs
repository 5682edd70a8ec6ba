//! What a job wrote down; while it runs the newest line stays in view.

use leptos::html::Div;
use leptos::prelude::*;
use shared::event::Topic;
use shared::job::{Job, JobProgress, LogLevel, LogLine, PhaseStatus};

use crate::api;
use crate::clock;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::ui::each::Each;
use crate::ui::region::Region;

/// A log is fetched again when a step or a disk is through; the bars need no log to move.
type Marks = (Vec<PhaseStatus>, usize);

/// The log of a job.
#[component]
pub(super) fn Log(
    /// The job.
    job: Signal<Job>,
    /// How far it is.
    progress: Signal<JobProgress>,
) -> impl IntoView {
    let s = use_strings();
    let id = job.with_untracked(|job| job.id);
    let marks = Memo::new(move |_| progress.with(marks));
    let lines = load(
        move || id,
        &[Topic::Jobs],
        move |id| {
            marks.track();
            api::jobs::log(id)
        },
    );
    let is_active = Memo::new(move |_| job.with(|job| job.state.is_active()));
    let note = move || if is_active.get() { s.jobs.following } else { "" };
    view! {
        <Region title=s.jobs.log note>
            <Load from=lines let:lines><Lines lines is_active/></Load>
        </Region>
    }
}

#[component]
fn Lines(
    /// The lines.
    lines: Signal<Vec<LogLine>>,
    /// Whether more may come.
    #[prop(into)]
    is_active: Signal<bool>,
) -> impl IntoView {
    let s = use_strings();
    let list = NodeRef::<Div>::new();
    Effect::new(move |_| {
        lines.track();
        if let (Some(list), true) = (list.get(), is_active.get_untracked()) {
            request_animation_frame(move || list.set_scroll_top(list.scroll_height()));
        }
    });
    let line = move |line: Signal<LogLine>| {
        let line = line.get_untracked();
        view! {
            <li data-level=level(line.level)>
                <time datetime=clock::iso(line.at) title=s.moment_long(line.at)>{s.time(line.at)}</time>
                <span class="level">{level(line.level)}</span>
                <span>{line.text}</span>
            </li>
        }
    };
    view! {
        {move || lines.with(Vec::is_empty).then(|| view! { <p class="muted">{s.jobs.no_log}</p> })}
        <div class="log" tabindex="0" role="log" lang="en" aria-label=s.jobs.log node_ref=list>
            <ol><Each entries=lines key=|line| line.number children=line/></ol>
        </div>
    }
}

fn marks(progress: &JobProgress) -> Marks {
    let through = progress.disks.iter().filter(|disk| disk.done_bytes >= disk.total_bytes).count();
    (progress.phases.iter().map(|phase| phase.status).collect(), through)
}

/// The word in a log, which is the same in every language, as the log is.
const fn level(level: LogLevel) -> &'static str {
    match level {
        LogLevel::Info => "info",
        LogLevel::Warn => "warn",
        LogLevel::Error => "error",
    }
}

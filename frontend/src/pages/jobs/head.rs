//! The title of a job, where it stands, and what can be done; why it failed, or what it warns of.

use std::time::Duration;

use leptos::prelude::*;
use shared::auth::Permission;
use shared::job::{Job, JobError, JobProgress, JobState, JobWarning};

use super::commands::Commands;
use super::ended::seconds;
use super::stays_bad::Untouched;
use super::title::title;
use crate::clock;
use crate::i18n::{Strings, use_strings};
use crate::parts::state::JobStatusOf;
use crate::parts::trouble::of_code;
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::crumbs::Crumbs;
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::problem::{ProblemBox, Trouble};
use crate::ui::say::Say;
use crate::ui::status::Shape;

/// The title of a job and its commands.
#[component]
pub(super) fn Head(
    /// The job.
    job: Signal<Job>,
    /// How far it is.
    progress: Signal<JobProgress>,
    /// A command that is under way.
    sending: Sending,
) -> impl IntoView {
    let s = use_strings();
    let (id, kind, item) = job.with_untracked(|job| (job.id, job.kind, job.item_id));
    let commands = Commands::new(id, sending);
    let session = use_session();
    let may = untrack(move || session.may(Permission::ControlJob));
    let can_cancel = Memo::new(move |_| may && job.with(|job| job.cancellable));
    // A failed job has the button in its box.
    let can_retry =
        Memo::new(move |_| may && job.with(|job| job.retriable && !matches!(job.state, JobState::Failed { .. })));
    let has_failed = Memo::new(move |_| job.with(|job| matches!(job.state, JobState::Failed { .. })));
    let cancel = move || {
        can_cancel.get().then(|| {
            view! { <Button off=commands.busy() on_press=move |()| commands.cancel()>{s.jobs.cancel}</Button> }
        })
    };
    let retry = move || {
        can_retry.get().then(|| {
            view! {
                <Button icon=IconName::Refresh off=commands.busy() on_press=move |()| commands.retry()>{s.jobs.retry}</Button>
            }
        })
    };
    let open_item = item.map(|item| {
        view! {
            <ButtonLink href=Route::Item(item).path() kind=ButtonKind::Quiet icon=IconName::Open>{s.items.open}</ButtonLink>
        }
    });
    view! {
        <Crumbs above=vec![(s.jobs.title.into(), Route::Jobs.path())]/>
        <div class="job-head">
            <PageHead title=move || job.with(|job| title(s, kind, &job.subject))>{cancel}{retry}{open_item}</PageHead>
            <p class="standing">
                <span role="status"><JobStatusOf job/></span>
                " "
                <span>
                    {move || {
                        // The count of seconds goes on with the figures.
                        progress.track();
                        job.with(|job| when(s, &job.state))
                    }}
                </span>
                " "
                <strong>{move || left(s, job, progress)}</strong>
                {move || has_failed.get().then(|| view! { <Untouched job/> })}
            </p>
        </div>
    }
}

/// When it began or ended, and how long that is or took.
fn when(s: &Strings, state: &JobState) -> String {
    let taken = seconds(state).map(|taken| s.duration(taken)).unwrap_or_default();
    match (state, state.started_at(), state.finished_at()) {
        (JobState::Queued, ..) => s.jobs.waiting.to_owned(),
        (JobState::Cancelled { by, .. }, _, Some(at)) => format!("{}. {}", s.moment(at), (s.jobs.cancelled_by)(by)),
        (_, Some(_), Some(at)) => (s.jobs.ended)(&s.moment(at), &taken),
        (_, _, Some(at)) => s.moment(at),
        (_, Some(at), None) => (s.jobs.since_so_far)(&s.time(at), &taken),
        _ => String::new(),
    }
}

/// How long it will take, and when that is.
fn left(s: &Strings, job: Signal<Job>, progress: Signal<JobProgress>) -> Option<String> {
    let is_moving = job.with(|job| matches!(job.state, JobState::InProgress { .. }));
    let seconds = progress.with(JobProgress::seconds_left).filter(|left| is_moving && *left > 0)?;
    let end = clock::now() + Duration::from_secs(seconds);
    Some((s.jobs.about_left)(&s.duration(seconds), &s.time(end)))
}

/// Why a job failed and what to do, or what it warns of.
#[component]
pub(super) fn Outcome(
    /// The job.
    job: Signal<Job>,
    /// A command that is under way.
    sending: Sending,
) -> impl IntoView {
    let state = Memo::new(move |_| job.with(|job| job.state.clone()));
    move || match state.get() {
        JobState::Failed { error, .. } => view! { <Why job error sending/> }.into_any(),
        JobState::CompletedWithWarnings { warnings, .. } => view! { <Warnings warnings/> }.into_any(),
        _ => ().into_any(),
    }
}

#[component]
fn Why(
    /// The job.
    job: Signal<Job>,
    /// Why it failed.
    error: JobError,
    /// A command that is under way.
    sending: Sending,
) -> impl IntoView {
    let s = use_strings();
    let (id, can_retry, item) = job.with_untracked(|job| (job.id, job.retriable, job.item_id));
    let session = use_session();
    let can_retry = can_retry && untrack(move || session.may(Permission::ControlJob));
    let commands = Commands::new(id, sending);
    let one = of_code(s, error.code, Some(error.cause).filter(|cause| !cause.is_empty()));
    let mut steps = one.steps.clone();
    steps.push(s.jobs.step_log.to_owned());
    if can_retry {
        steps.push(s.jobs.step_retry.to_owned());
    }
    let retry = can_retry.then(|| {
        view! {
            <Button
                kind=ButtonKind::Primary
                icon=IconName::Refresh
                off=commands.busy()
                on_press=move |()| commands.retry()
            >
                {s.jobs.retry}
            </Button>
        }
    });
    let open_item = item.map(|item| view! { <ButtonLink href=Route::Item(item).path()>{s.items.open}</ButtonLink> });
    view! { <ProblemBox trouble=Trouble { steps, ..one }>{retry}{open_item}</ProblemBox> }
}

#[component]
fn Warnings(
    /// What there is to know.
    warnings: Vec<JobWarning>,
) -> impl IntoView {
    let s = use_strings();
    let one = move |warning: JobWarning| {
        let text = format!("{}. {}", warning.cause.trim_end_matches('.'), (s.problems.next_step)(warning.code));
        view! { <Say shape=Shape::Warning title=(s.problems.title)(warning.code) text/> }
    };
    view! {
        <section class="job-warnings" aria-label=s.jobs.warnings>{warnings.into_iter().map(one).collect_view()}</section>
    }
}

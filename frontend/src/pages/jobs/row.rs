//! A job as a row of a list, with its menu.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::job::{Job, JobProgress, JobState};

use super::commands::Commands;
use super::ended::seconds;
use super::title::title;
use crate::i18n::use_strings;
use crate::parts::job::live_progress;
use crate::parts::state::job_shape;
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::icon::IconName;
use crate::ui::menu::{Menu, MenuButton, MenuLink};
use crate::ui::moment::Moment;
use crate::ui::progress::Progress;
use crate::ui::status::Status;

/// The cells of a job's row; `sending` is the command of the list that is under way.
pub(super) fn job_cells(job: Signal<Job>, with_vault: bool, sending: Sending) -> Vec<AnyView> {
    let s = use_strings();
    let (id, kind) = job.with_untracked(|job| (job.id, job.kind));
    let progress = live_progress(job);
    let name = move || job.with(|job| title(s, kind, &job.subject));
    let accepted = Memo::new(move |_| job.with(|job| job.state.started_at().unwrap_or(job.created_at)));
    let vault = Memo::new(move |_| job.with(|job| job.vault.clone()));
    let vault_link =
        move || vault.get().map(|vault| view! { <a class="plain" href=Route::Vault(vault.id).path()>{vault.name}</a> });
    let duration = move || job.with(|job| seconds(&job.state)).map(|taken| s.duration(taken));
    let size = move || match progress.with(|progress| progress.total_bytes) {
        0 => String::new(),
        total => s.bytes(total),
    };
    let mut cells =
        vec![view! { <a href=Route::Job(id).path()>{name}</a> }.into_any(), view! { <State job progress/> }.into_any()];
    if with_vault {
        cells.push(vault_link.into_any());
    }
    cells.extend([
        view! { <Moment at=accepted/> }.into_any(),
        duration.into_any(),
        size.into_any(),
        view! { <JobMenu job sending/> }.into_any(),
    ]);
    cells
}

/// Status, share and reason, and a thin bar while it runs.
#[component]
fn State(
    /// The job.
    job: Signal<Job>,
    /// How far it is.
    progress: Signal<JobProgress>,
) -> impl IntoView {
    let s = use_strings();
    let status = Memo::new(move |_| job.with(|job| job.state.status()));
    let is_moving = Memo::new(move |_| job.with(|job| matches!(job.state, JobState::InProgress { .. })));
    let share = Signal::derive(move || progress.with(JobProgress::share));
    let reason = move || match job.with(|job| job.state.clone()) {
        JobState::Failed { error, .. } => (s.problems.title)(error.code).trim_end_matches('.').to_owned(),
        JobState::Queued => s.jobs.waiting.to_owned(),
        JobState::InProgress { .. } => share.get().map(|share| s.percent(share)).unwrap_or_default(),
        _ => String::new(),
    };
    let bar = move || {
        is_moving.get().then(|| {
            let label = move || (s.jobs.progress_of)(&job.with(|job| job.subject.clone()));
            view! { <Progress label share/> }
        })
    };
    view! {
        <span class="job-state">
            <Status
                shape=Signal::derive(move || job_shape(status.get()))
                word=move || (s.jobs.status)(status.get())
                reason
            />
            {bar}
        </span>
    }
}

#[component]
fn JobMenu(
    /// The job.
    job: Signal<Job>,
    /// What a command of the list is under way.
    sending: Sending,
) -> impl IntoView {
    let s = use_strings();
    let (id, item) = job.with_untracked(|job| (job.id, job.item_id));
    let commands = Commands::new(id, sending);
    let session = use_session();
    let may = untrack(move || session.may(Permission::ControlJob));
    let can_cancel = Memo::new(move |_| may && job.with(|job| job.cancellable));
    let can_retry = Memo::new(move |_| may && job.with(|job| job.retriable));
    let cancel = move || {
        can_cancel.get().then(|| {
            view! { <MenuButton icon=IconName::Stop on_press=move |()| commands.cancel()>{s.jobs.cancel}</MenuButton> }
        })
    };
    let retry = move || {
        can_retry.get().then(|| {
            view! { <MenuButton icon=IconName::Refresh on_press=move |()| commands.retry()>{s.jobs.retry}</MenuButton> }
        })
    };
    let open_item = item.map(|item| {
        view! { <MenuLink href=Route::Item(item).path() icon=IconName::Items>{s.items.open}</MenuLink> }
    });
    view! {
        <Menu label=move || (s.words.more_actions)(&job.with(|job| title(s, job.kind, &job.subject)))>
            <MenuLink href=Route::Job(id).path() icon=IconName::Open>{s.jobs.open}</MenuLink>
            {open_item}
            {cancel}
            {retry}
        </Menu>
    }
}

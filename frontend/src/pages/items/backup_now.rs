//! The panel that takes a recovery point now, kept to the end of a chosen day.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::ItemId;
use shared::item::{BackupNow, Item, ProtectionState};
use shared::policy::ON_DEMAND_DAYS;
use shared::problem::Code;

use super::forecast::{CauseRemains, WhatHappens};
use super::resume::ResumeForm;
use super::until::{Until, UntilField};
use crate::api::{self, Failure};
use crate::i18n::format::day_in_zone;
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::parts::opened::Opened;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::panel::Panel;
use crate::ui::toast::use_toasts;
use crate::{clock, navigation};

/// The panel that takes a recovery point now; first it resumes protection that is stopped.
#[component]
pub(crate) fn BackupNowPanel(
    /// The item.
    id: ItemId,
) -> impl IntoView {
    let s = use_strings();
    let item = load(move || id, &[Topic::Items], api::items::get);
    let form = move |item: Signal<Item>| {
        let is_stopped = Memo::new(move |_| item.with(|item| item.state == ProtectionState::ProtectionStopped));
        move || {
            if is_stopped.get() { view! { <ResumeForm item/> }.into_any() } else { view! { <Form item/> }.into_any() }
        }
    };
    view! { <Opened from=item title=s.items.backup_now let:item>{form(item)}</Opened> }
}

#[component]
fn Form(
    /// The item.
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let zone = Signal::derive(move || item.with(|item| item.policy.time_zone.clone()));
    let today = day_in_zone(clock::now(), &zone.get_untracked());
    let until = Until::new(today, ON_DEMAND_DAYS);
    let submit = move |()| {
        let Some(day) = until.check() else { return };
        let (id, name, is_first) =
            item.with_untracked(|item| (item.id, item.machine.name.clone(), item.newest_point_at.is_none()));
        let request = api::items::backup_now(id, BackupNow { retain_until: Some(day) });
        sending.start(request, move |_| {
            toasts.say(if is_first { (s.items.started_first)(&name) } else { (s.items.started)(&name) });
            navigation::close_panel();
        });
    };
    let refused = move || sending.failure().with(|failure| refused_day(s, failure.as_ref()?));
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>
                {s.items.backup} <kbd aria-hidden="true">"↵"</kbd>
            </Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    let subtitle = move || item.with(|item| (s.items.of_vault)(&item.machine.name, &item.vault.name));
    view! {
        <Panel title=s.items.backup_now subtitle on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <RunningLink item failure=sending.failure()/>
            <UntilField until zone refused=Signal::derive(refused)/>
            <WhatHappens item until=until.day/>
            <CauseRemains item/>
        </Panel>
    }
}

/// The way to the job that is in the way.
#[component]
fn RunningLink(
    /// The item.
    item: Signal<Item>,
    /// Why the request failed.
    failure: Signal<Option<Failure>>,
) -> impl IntoView {
    let s = use_strings();
    let is_in_the_way = move || {
        failure.with(|failure| failure.as_ref().and_then(Failure::code))
            == Some(Code::UserErrorBackupOperationInProgress)
    };
    let job = Memo::new(move |_| item.with(|item| item.active_job).filter(|_| is_in_the_way()));
    move || {
        job.get().map(|job| {
            view! { <div><ButtonLink href=Route::Job(job).path()>{s.items.open_running}</ButtonLink></div> }
        })
    }
}

/// What the server has against the day.
fn refused_day(s: &Strings, failure: &Failure) -> Option<String> {
    let Failure::Problem(problem) = failure else { return None };
    let error = problem.errors.iter().find(|error| error.field == "retain_until")?;
    Some((s.problems.field)(&error.reason))
}

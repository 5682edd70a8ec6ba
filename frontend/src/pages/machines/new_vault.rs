//! A vault that is made for a machine, in its resource group and location (C-026, C-027): the form, and the wait for the vault.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use shared::event::Topic;
use shared::id::JobId;
use shared::job::{Job, JobState};
use shared::machine::{EnableBackupInNewVault, Machine};
use shared::name::VaultName;
use shared::vault::{NewVault, Redundancy};

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::policy::NoSchedules;
use crate::parts::redundancy::RedundancyField;
use crate::parts::trouble::{FailureBox, of_code, refuse};
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::field::TextField;
use crate::ui::form::Entry;
use crate::ui::problem::{ProblemBox, Trouble};
use crate::ui::say::Say;
use crate::ui::status::Shape;

/// A vault that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    job: JobId,
    name: String,
}

/// The form of the new vault, which enables backup too.
#[component]
pub(super) fn NewVaultFields(
    /// The machine.
    machine: Signal<Machine>,
    /// Takes what was asked for.
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    let s = use_strings();
    let sending = Sending::new();
    let name = Entry::new("", move |text| VaultName::new(text).map_err(s.problems.name));
    let redundancy = RwSignal::new(Some(Redundancy::default()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(good_name) = name.check() else { return };
        let redundancy = redundancy.get_untracked().unwrap_or_default();
        let new_vault = NewVault { name: good_name, redundancy };
        let id = machine.with_untracked(|machine| machine.id);
        let request = api::machines::enable_backup_in_new_vault(id, EnableBackupInNewVault { new_vault });
        let done = move |job: Job| asked.set(Some(Asked { job: job.id, name: job.subject }));
        sending.start_form(request, done, move |failure| refuse(s, failure, "new_vault.name", name));
    };
    let text = move |of: fn(&Machine) -> &str| move || machine.with(|machine| of(machine).to_owned());
    view! {
        <form class="enable-backup" novalidate on:submit=submit>
            <FailureBox failure=sending.failure()/>
            <TextField label=s.protect.new_name hint=s.vaults.name_hint entry=name/>
            <dl class="facts">
                <dt>{s.words.resource_group}</dt>
                <dd>{text(|machine| &machine.resource_group.name)}</dd>
                <dt>{s.words.location}</dt>
                <dd>{text(|machine| &machine.location.name)}</dd>
                <dt>{s.policies.policy}</dt>
                <dd>{shared::policy::DEFAULT_POLICY}</dd>
            </dl>
            <RedundancyField chosen=redundancy/>
            <NoSchedules/>
            <p class="muted">{s.machines.enable_note}</p>
            <div class="foot">
                <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.machines.enable_backup}</Button>
            </div>
        </form>
    }
}

/// The vault is being made; when it is ready, the machine is protected and this view is gone.
#[component]
pub(super) fn VaultComing(
    /// The machine.
    machine: Signal<Machine>,
    /// What was asked for.
    asked: Asked,
) -> impl IntoView {
    let s = use_strings();
    let Asked { job: id, name } = asked;
    let job = load(move || id, &[Topic::Jobs], api::jobs::get).value();
    let trouble = Memo::new(move |_| {
        let state = job.get()?.state;
        let found = match &state {
            JobState::Failed { error, .. } => of_code(s, error.code, Some(error.cause.clone())),
            JobState::CompletedWithWarnings { warnings, .. } => of_code(s, warnings.first()?.code, None),
            JobState::Cancelled { .. } => Trouble::default(),
            _ => return None,
        };
        Some(found)
    });
    let title = name.clone();
    let coming = move || (s.protect.coming)(&title);
    let text = move || machine.with(|machine| (s.protect.coming_text)(&machine.name));
    let open = move || view! { <ButtonLink href=Route::Job(id).path()>{s.vaults.open_job}</ButtonLink> };
    move || match trouble.get() {
        Some(trouble) => {
            let what = match trouble.what.as_str() {
                "" => (s.protect.coming_failed)(&name),
                what => what.to_owned(),
            };
            view! { <ProblemBox trouble=Trouble { what, ..trouble }>{open()}</ProblemBox> }.into_any()
        }
        None => view! { <Say shape=Shape::Running title=coming.clone() text>{open()}</Say> }.into_any(),
    }
}

//! A vault's backup configuration: what it is, and the panel that changes it. Properties and Backup infrastructure both lead to it (C-065).

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::id::VaultId;
use shared::problem::Code;
use shared::vault::{BackupConfiguration, Vault};

use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::opened::Opened;
use crate::parts::redundancy::RedundancyField;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::panel::Panel;
use crate::ui::region::Region;
use crate::ui::say::Say;
use crate::ui::status::Shape;
use crate::ui::toast::use_toasts;
use crate::{api, navigation};

use super::state::ReplicationStatus;

/// What the configuration is, and the way to change it.
#[component]
pub(super) fn Configuration(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let address = Route::BackupConfiguration(vault.with_untracked(|vault| vault.id)).path();
    view! {
        <Region title=s.vaults.configuration>
            <RedundancyFacts vault/>
            <div class="after-facts">
                <ButtonLink href=address>
                    {s.vaults.update} <span class="unseen">{s.vaults.configuration}</span>
                </ButtonLink>
            </div>
        </Region>
    }
}

/// What was asked for, and what is true.
#[component]
fn RedundancyFacts(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    view! {
        <dl class="facts">
            <dt>{s.vaults.redundancy}</dt>
            <dd>{move || (s.vaults.redundancy_of)(vault.with(|vault| vault.redundancy))}</dd>
            <dt>{s.words.status}</dt>
            <dd><ReplicationStatus vault/></dd>
        </dl>
    }
}

/// The panel that changes how often a vault's data is kept, until the vault protects something (C-063, C-064).
#[component]
pub(crate) fn BackupConfigurationPanel(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let vault = load(move || id, &[Topic::Vaults, Topic::Items], api::vaults::get);
    view! { <Opened from=vault title=s.vaults.configuration let:vault><Form vault/></Opened> }
}

#[component]
fn Form(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let may = use_session().may(Permission::ConfigureVault);
    let is_locked = Memo::new(move |_| vault.with(Vault::is_redundancy_locked));
    let chosen = RwSignal::new(Some(vault.with_untracked(|vault| vault.redundancy)));
    let can_save = move || may && !is_locked.get();
    let submit = move |()| {
        let Some(redundancy) = chosen.get_untracked().filter(|_| untrack(can_save)) else { return };
        let id = vault.with_untracked(|vault| vault.id);
        sending.start(api::vaults::configure(id, BackupConfiguration { redundancy }), move |vault: Vault| {
            toasts.say((s.vaults.configured)(&vault.name));
            navigation::close_panel();
        });
    };
    let footer = move || {
        let leave = if can_save() { s.words.cancel } else { s.words.close };
        view! {
            {can_save().then(|| view! {
                <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.vaults.save}</Button>
            })}
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{leave}</Button>
        }
    };
    let reason = move || if is_locked.get() { Code::StorageTypeLocked } else { Code::Forbidden };
    let body = move || {
        if can_save() {
            return view! { <RedundancyField chosen/> }.into_any();
        }
        view! {
            <RedundancyFacts vault/>
            <Say
                shape=Shape::Stopped
                title=(s.problems.title)(reason())
                text=(s.problems.next_step)(reason())
            />
        }
        .into_any()
    };
    view! {
        <Panel
            title=s.vaults.configuration
            subtitle=move || vault.with(|vault| vault.name.clone())
            on_submit=submit
            footer
        >
            <FailureBox failure=sending.failure()/>
            {body}
        </Panel>
    }
}

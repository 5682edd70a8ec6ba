//! What can be done with a vault: protect more by it, fetch again, delete it.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::vault::{Vault, VaultState};

use crate::api;
use crate::i18n::use_strings;
use crate::navigation;
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::dialog::ConfirmLoss;
use crate::ui::icon::IconName;
use crate::ui::menu::{Menu, MenuButton, MenuLink};
use crate::ui::toast::use_toasts;

/// The commands of a vault.
#[component]
pub(super) fn VaultCommands(
    /// The vault.
    vault: Signal<Vault>,
    /// The deletion that is under way; the page shows why it failed.
    deleting: Sending,
    /// Fetches again.
    #[prop(into)]
    refresh: Callback<()>,
) -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let is_deletion_asked = RwSignal::new(false);
    let is_ready = Memo::new(move |_| vault.with(|vault| vault.state == VaultState::Ready));
    let id = vault.with_untracked(|vault| vault.id);
    let backup = move || {
        (is_ready.get() && session.may(Permission::EnableBackup)).then(|| {
            view! {
                <ButtonLink href=Route::ProtectMachines(id).path() kind=ButtonKind::Primary icon=IconName::Plus>{s.vaults.backup}</ButtonLink>
            }
        })
    };
    let delete = move || {
        session.may(Permission::DeleteVault).then(|| {
            view! {
                <hr/>
                <MenuButton icon=IconName::Trash danger=true on_press=move |()| is_deletion_asked.set(true)>
                    {s.vaults.delete}
                </MenuButton>
            }
        })
    };
    view! {
        {backup}
        <Button kind=ButtonKind::Quiet icon=IconName::Refresh on_press=refresh>{s.words.refresh}</Button>
        <Menu label=move || (s.words.more_actions)(&vault.with(|vault| vault.name.clone()))>
            <MenuLink href=Route::VaultProperties(id).path() icon=IconName::Settings>{s.vaults.properties}</MenuLink>
            {delete}
        </Menu>
        <DeleteDialog vault open=is_deletion_asked deleting/>
    }
}

/// Asks before a vault is deleted: what is lost, in numbers, and its name to type.
#[component]
fn DeleteDialog(
    /// The vault.
    vault: Signal<Vault>,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The deletion.
    deleting: Sending,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let name = Signal::derive(move || vault.with(|vault| vault.name.clone()));
    let delete = move |()| {
        let (id, name) = vault.with_untracked(|vault| (vault.id, vault.name.clone()));
        deleting.start(api::vaults::delete(id), move |()| {
            toasts.say((s.vaults.deleted)(&name));
            navigation::go(&Route::Vaults.path());
        });
    };
    let held = move || {
        vault.with(|vault| {
            (s.vaults.delete_text)(
                &vault.repository,
                &(s.overview.points)(vault.usage.recovery_points),
                &s.bytes(vault.usage.stored_bytes),
            )
        })
    };
    view! {
        <ConfirmLoss
            open
            title=move || (s.vaults.delete_title)(&name.get())
            name
            action=s.vaults.delete
            on_confirm=delete
        >
            <p>{held}</p>
        </ConfirmLoss>
    }
}

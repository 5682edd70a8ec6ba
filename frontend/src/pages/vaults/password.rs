//! The banner that stays until someone says that the vault's password is stored elsewhere.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::vault::{Vault, VaultState};

use crate::api;
use crate::i18n::use_strings;
use crate::parts::trouble::FailureBox;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::IconName;
use crate::ui::status::{Shape, Status};
use crate::ui::toast::use_toasts;

use super::reveal::Reveal;

/// The banner, for those who can do something about it.
#[component]
pub(super) fn PasswordBanner(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let may = use_session().may(Permission::ConfirmPassword);
    let is_open = Memo::new(move |_| {
        vault.with(|vault| vault.state == VaultState::Ready && vault.password_confirmed_at.is_none())
    });
    move || (may && is_open.get()).then(|| view! { <Banner vault/> })
}

#[component]
fn Banner(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let may_read = use_session().may(Permission::ReadVaultPassword);
    let shown = RwSignal::new(None);
    let confirming = Sending::new();
    let id = vault.with_untracked(|vault| vault.id);
    let confirm = move |()| {
        confirming.start(api::vaults::confirm_password(id), move |vault: Vault| {
            toasts.say((s.vaults.password_confirmed)(&vault.name));
        });
    };
    // Who can read it confirms after having seen it; someone else may have it from an Owner.
    let can_confirm = Memo::new(move |_| !may_read || shown.with(Option::is_some));
    let stored = move || {
        can_confirm.get().then(|| {
            view! {
                <Button kind=ButtonKind::Primary icon=IconName::Check off=confirming.busy() on_press=confirm>
                    {s.vaults.stored_elsewhere}
                </Button>
            }
        })
    };
    view! {
        <section class="say password-banner" data-state="warning" aria-label=s.vaults.password_title>
            <div class="title"><Status shape=Shape::Warning word=s.vaults.password_title/></div>
            <p>{s.vaults.password_text} {(!may_read).then(|| format!(" {}", s.vaults.owner_reads))}</p>
            <FailureBox failure=confirming.failure()/>
            {may_read.then(|| view! { <Reveal id shown/> })}
            {stored}
        </section>
    }
}

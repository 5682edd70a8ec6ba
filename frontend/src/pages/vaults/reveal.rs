//! A vault's password: read when someone asks for it, shown to copy and to download, gone when the page is left.

use leptos::prelude::*;
use shared::id::VaultId;
use shared::vault::VaultPassword;

use crate::api;
use crate::i18n::use_strings;
use crate::parts::trouble::FailureBox;
use crate::sending::Sending;
use crate::ui::button::Button;
use crate::ui::icon::IconName;
use crate::ui::secret::SecretField;

use super::kit::download;

/// A button that shows the password, and the password.
#[component]
pub(super) fn Reveal(
    /// The vault.
    id: VaultId,
    /// The password, once someone has asked for it.
    shown: RwSignal<Option<VaultPassword>>,
) -> impl IntoView {
    let s = use_strings();
    let sending = Sending::new();
    let ask = move |()| sending.start(api::vaults::password(id), move |password| shown.set(Some(password)));
    let content = move || match shown.get() {
        None => view! {
            <Button icon=IconName::Key off=sending.busy() on_press=ask>{s.vaults.show_password}</Button>
        }
        .into_any(),
        Some(kit) => view! { <Shown kit/> }.into_any(),
    };
    view! {
        <div class="reveal">
            <FailureBox failure=sending.failure()/>
            {content}
        </div>
    }
}

#[component]
fn Shown(
    /// The password and where the vault lies.
    kit: VaultPassword,
) -> impl IntoView {
    let s = use_strings();
    let secret = kit.password.clone();
    let more = move || {
        view! {
            <Button icon=IconName::File on_press=move |()| { let _ = download(s, &kit); }>{s.vaults.download}</Button>
        }
    };
    view! {
        <SecretField label=s.vaults.password secret more/>
    }
}

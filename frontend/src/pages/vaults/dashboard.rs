//! A vault's dashboard: what it is, and tiles whose every number leads to the list that makes it up.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::VaultId;
use shared::vault::{Vault, VaultState};

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::trouble::{FailureBox, of_code};
use crate::parts::vault_menu::VaultMenu;
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::ButtonLink;
use crate::ui::crumbs::Crumbs;
use crate::ui::page_head::PageHead;
use crate::ui::problem::ProblemBox;
use crate::ui::say::Say;
use crate::ui::status::Shape;

use super::commands::VaultCommands;
use super::essentials::Essentials;
use super::password::PasswordBanner;
use super::tiles::Tiles;

/// A vault's dashboard.
#[component]
pub(crate) fn VaultPage(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let loaded = load(move || id, &[Topic::Vaults, Topic::Items, Topic::Jobs], api::vaults::get);
    let deleting = Sending::new();
    let refresh = move |()| loaded.refresh();
    view! {
        <VaultMenu id/>
        <PageFrame>
            <Crumbs above=vec![(s.vaults.title.into(), Route::Vaults.path())]/>
            <Load from=loaded let:vault>
                <PageHead title=move || vault.with(|vault| vault.name.clone())>
                    <VaultCommands vault deleting refresh/>
                </PageHead>
                <FailureBox failure=deleting.failure()/>
                <StateOf vault/>
                <PasswordBanner vault/>
                <Essentials vault/>
                <Tiles vault/>
            </Load>
        </PageFrame>
    }
}

/// While the vault cannot be used: why not.
#[component]
fn StateOf(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let state = Memo::new(move |_| vault.with(|vault| vault.state.clone()));
    move || match state.get() {
        VaultState::Ready => ().into_any(),
        VaultState::Creating { job_id } => view! {
            <Say shape=Shape::Running title=s.vaults.creating text=s.vaults.creating_text>
                <ButtonLink href=Route::Job(job_id).path()>{s.vaults.open_job}</ButtonLink>
            </Say>
        }
        .into_any(),
        VaultState::CreationFailed { code } => {
            let mut trouble = of_code(s, code, None);
            trouble.steps.push(s.vaults.creation_failed_step.to_owned());
            view! { <ProblemBox trouble/> }.into_any()
        }
    }
}

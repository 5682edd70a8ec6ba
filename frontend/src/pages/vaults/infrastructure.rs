//! A vault's backup infrastructure: its backup configuration, and the storage below it.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::VaultId;
use shared::vault::Vault;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::vault_menu::{VaultCrumbs, VaultMenu};
use crate::ui::page_head::PageHead;
use crate::ui::region::Region;

use super::configuration::Configuration;

/// A vault's backup infrastructure.
#[component]
pub(crate) fn VaultInfrastructurePage(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let vault = load(move || id, &[Topic::Vaults, Topic::Items, Topic::RecoveryPoints], api::vaults::get);
    view! {
        <VaultMenu id/>
        <PageFrame>
            <VaultCrumbs id/>
            <PageHead title=s.vaults.infrastructure intro=s.vaults.infrastructure_intro/>
            <Load from=vault let:vault>
                <Configuration vault/>
                <Storage vault/>
            </Load>
        </PageFrame>
    }
}

/// Where the vault lies, and what is free there.
#[component]
fn Storage(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let room = move || {
        let usage = vault.with(|vault| vault.usage);
        match (usage.free_bytes, usage.capacity_bytes) {
            (Some(free), Some(capacity)) => {
                let used = (s.overview.disk_used)(&s.bytes(capacity.saturating_sub(free)), &s.bytes(capacity));
                format!("{used} · {}", (s.words.free)(&s.bytes(free)))
            }
            _ => s.words.unknown.to_owned(),
        }
    };
    view! {
        <Region title=s.vaults.storage>
            <dl class="facts">
                <dt>{s.words.location}</dt>
                <dd>{move || vault.with(|vault| vault.location.name.clone())}</dd>
                <dt>{s.vaults.folder}</dt>
                <dd><code>{move || vault.with(|vault| vault.repository.clone())}</code></dd>
                <dt>{s.words.size}</dt>
                <dd>{room}</dd>
            </dl>
        </Region>
    }
}

//! A vault's properties: what it is made of, its backup configuration, its password, and restoring by hand.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::id::VaultId;
use shared::vault::Vault;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::point_groups::PointGroups;
use crate::parts::vault_menu::{VaultCrumbs, VaultMenu};
use crate::session::use_session;
use crate::ui::copy::CopyButton;
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;
use crate::ui::region::Region;

use super::configuration::Configuration;
use super::essentials::Encryption;
use super::kit::{Step, steps};
use super::reveal::Reveal;
use super::state::VaultStatus;

/// A vault's properties.
#[component]
pub(crate) fn VaultPropertiesPage(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let vault = load(move || id, &[Topic::Vaults], api::vaults::get);
    view! {
        <VaultMenu id/>
        <PageFrame>
            <VaultCrumbs id/>
            <PageHead title=s.vaults.properties/>
            <Load from=vault let:vault>
                <Facts vault/>
                <div class="properties-part"><Configuration vault/></div>
                <Password vault/>
                <ByHand vault/>
            </Load>
        </PageFrame>
    }
}

#[component]
fn Facts(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let text = move |of: fn(&Vault) -> String| move || vault.with(of);
    let id = vault.with_untracked(|vault| vault.id);
    let groups = load(move || id, &[Topic::RecoveryPoints, Topic::Items], api::resource_groups::of_vault).value();
    let created = Signal::derive(move || vault.with(|vault| vault.created_at));
    let catalogue = Memo::new(move |_| vault.with(|vault| vault.catalogue_written_at));
    view! {
        <dl class="facts">
            <dt>{s.words.name}</dt>
            <dd>{text(|vault| vault.name.clone())}</dd>
            <dt>{s.words.status}</dt>
            <dd><VaultStatus vault/></dd>
            <dt>{s.words.location}</dt>
            <dd>{text(|vault| vault.location.name.clone())}</dd>
            <dt>{s.words.resource_group}</dt>
            <dd>{text(|vault| vault.resource_group.name.clone())}</dd>
            <dt>{s.resource_groups.of_points_short}</dt>
            <dd><PointGroups groups/></dd>
            <dt>{s.vaults.folder}</dt>
            <dd><code>{text(|vault| vault.repository.clone())}</code></dd>
            <dt>{s.vaults.id}</dt>
            <dd><code>{text(|vault| vault.id.to_string())}</code></dd>
            <dt>{s.connect.catalogue}</dt>
            <dd>{move || catalogue.get().map_or_else(|| s.connect.not_written.to_owned(), |at| s.moment(at))}</dd>
            <dt>{s.vaults.created}</dt>
            <dd>{move || s.moment(created.get())} <span class="fine"><Moment at=created/></span></dd>
        </dl>
    }
}

/// Whether the password is stored elsewhere, and for an Owner the password.
#[component]
fn Password(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let may = use_session().may(Permission::ReadVaultPassword);
    let id = vault.with_untracked(|vault| vault.id);
    let shown = RwSignal::new(None);
    view! {
        <Region title=s.vaults.encryption>
            <dl class="facts"><dt>{s.words.status}</dt><dd><Encryption vault/></dd></dl>
            <p class="muted after-facts">{s.vaults.password_text} {(!may).then(|| format!(" {}", s.vaults.owner_reads))}</p>
            {may.then(|| view! { <Reveal id shown/> })}
        </Region>
    }
}

/// How to get disks back with stock restic alone.
#[component]
fn ByHand(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let step = |(what, command): Step| {
        let text = Signal::stored(command.clone());
        view! {
            <li>
                <span>{what}</span>
                <div class="command"><code>{command}</code> <CopyButton text/></div>
            </li>
        }
    };
    view! {
        <Region title=s.vaults.by_hand>
            <p class="muted">{s.vaults.by_hand_text}</p>
            <ol class="by-hand">
                {move || vault.with(|vault| steps(s, &vault.repository)).map(step).collect_view()}
            </ol>
        </Region>
    }
}

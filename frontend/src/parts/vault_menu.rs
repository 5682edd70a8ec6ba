//! A vault's own menu, before each of its pages: `view! { <VaultMenu id/> <PageFrame>…</PageFrame> }`, and the way to them.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::VaultId;

use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::sub_menu::{SubMenu, SubMenuLink};
use crate::routes::Route;
use crate::ui::crumbs::Crumbs;
use crate::{api, navigation};

/// A vault's own menu.
#[component]
pub(crate) fn VaultMenu(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let vault = load(move || id, &[Topic::Vaults, Topic::Items, Topic::Jobs], api::vaults::get).value();
    let name = Signal::derive(move || vault.get().map(|vault| vault.name).unwrap_or_default());
    let here = |own: Route| Signal::derive(move || navigation::page().route == Some(own));
    let policies =
        Signal::derive(move || matches!(navigation::page().route, Some(Route::VaultPolicies(_) | Route::Policy(_))));
    let count = move |of: fn(&shared::vault::Vault) -> u64| {
        move || vault.with(|vault| vault.as_ref().map(|vault| s.count(of(vault))).unwrap_or_default())
    };
    view! {
        <SubMenu name what=s.vaults.vault>
            <SubMenuLink href=Route::Vault(id).path() current=here(Route::Vault(id))>{s.shell.overview}</SubMenuLink>
            <h2 class="nav-heading">{s.vaults.protected_items}</h2>
            <SubMenuLink
                href=Route::VaultItems(id).path()
                current=here(Route::VaultItems(id))
                count=count(|vault| vault.items.total)
            >
                {s.items.title}
            </SubMenuLink>
            <SubMenuLink href=Route::VaultJobs(id).path() current=here(Route::VaultJobs(id))>{s.jobs.title}</SubMenuLink>
            <h2 class="nav-heading">{s.vaults.manage}</h2>
            <SubMenuLink
                href=Route::VaultPolicies(id).path()
                current=policies
                count=count(|vault| vault.policies)
            >
                {s.vaults.policies}
            </SubMenuLink>
            <SubMenuLink href=Route::VaultInfrastructure(id).path() current=here(Route::VaultInfrastructure(id))>
                {s.vaults.infrastructure}
            </SubMenuLink>
            <SubMenuLink href=Route::VaultMaintenance(id).path() current=here(Route::VaultMaintenance(id))>
                {s.maintenance.title}
            </SubMenuLink>
            <h2 class="nav-heading">{s.vaults.settings}</h2>
            <SubMenuLink href=Route::VaultProperties(id).path() current=here(Route::VaultProperties(id))>
                {s.vaults.properties}
            </SubMenuLink>
        </SubMenu>
    }
}

/// The way to a page of a vault: the list, and the vault by name.
#[component]
pub(crate) fn VaultCrumbs(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let vault = load(move || id, &[Topic::Vaults], api::vaults::get).value();
    let name = move || vault.get().map(|vault| vault.name).unwrap_or_default();
    let above = vec![(s.vaults.title.into(), Route::Vaults.path()), (name.into(), Route::Vault(id).path())];
    view! { <Crumbs above/> }
}

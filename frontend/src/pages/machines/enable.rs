//! The form that enables backup: for the vaults of the machine's location, or the way to make one.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::machine::Machine;
use shared::vault::{Vault, VaultState};

use crate::api::{self, Query};
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::icon::IconName;
use crate::ui::say::Say;
use crate::ui::status::Shape;

use super::fields::EnableFields;

/// The vaults, sorted by whether they can take the machine.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Offer {
    /// Those that can.
    pub(super) ready: Vec<Vault>,
    /// Those of the machine's location that are being created.
    pub(super) being_created: u64,
    /// Those of other locations.
    pub(super) elsewhere: u64,
}

impl Offer {
    fn of(vaults: &[Vault], machine: &Machine) -> Self {
        let mut offer = Self::default();
        for vault in vaults {
            match &vault.state {
                _ if vault.location.id != machine.location.id => offer.elsewhere += 1,
                VaultState::Ready => offer.ready.push(vault.clone()),
                VaultState::Creating { .. } => offer.being_created += 1,
                VaultState::CreationFailed { .. } => {}
            }
        }
        offer
    }
}

/// The form that enables backup of a machine.
#[component]
pub(super) fn EnableBackupForm(
    /// The machine.
    machine: Signal<Machine>,
) -> impl IntoView {
    let vaults = load(|| (), &[Topic::Vaults], |()| api::vaults::all());
    view! {
        <Load from=vaults let:vaults>
            <FormOrNoVault machine vaults/>
        </Load>
    }
}

#[component]
fn FormOrNoVault(
    /// The machine.
    machine: Signal<Machine>,
    /// All vaults.
    vaults: Signal<Vec<Vault>>,
) -> impl IntoView {
    let offer = Memo::new(move |_| vaults.with(|vaults| machine.with(|machine| Offer::of(vaults, machine))));
    let has_vault = Memo::new(move |_| offer.with(|offer| !offer.ready.is_empty()));
    move || {
        if has_vault.get() {
            view! { <EnableFields machine offer/> }.into_any()
        } else {
            view! { <NoVault machine offer/> }.into_any()
        }
    }
}

/// No vault of the machine's location is ready: one is made in its location and resource group.
#[component]
fn NoVault(
    /// The machine.
    machine: Signal<Machine>,
    /// The vaults.
    offer: Memo<Offer>,
) -> impl IntoView {
    let s = use_strings();
    let may = use_session().may(Permission::CreateVault);
    let location = move || machine.with(|machine| machine.location.name.clone());
    let address = move || {
        let (location, group) = machine.with(|machine| (machine.location.id, machine.resource_group.id));
        format!("{}{}", Route::CreateVault.path(), Query::new().with("location", location).with("group", group))
    };
    let is_coming = Memo::new(move |_| offer.with(|offer| offer.being_created > 0));
    move || {
        if is_coming.get() {
            return view! {
                <Say
                    shape=Shape::Running
                    title=move || (s.machines.vault_coming)(&location())
                    text=s.machines.vault_coming_text
                />
            }
            .into_any();
        }
        view! {
            <Say shape=Shape::None title=move || (s.machines.no_vault)(&location()) text=s.machines.no_vault_text>
                {may.then(|| view! {
                    <ButtonLink href=address kind=ButtonKind::Primary icon=IconName::Plus>{s.vaults.create}</ButtonLink>
                })}
            </Say>
        }
        .into_any()
    }
}

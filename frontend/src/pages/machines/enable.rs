//! The form that enables backup: by a vault of the machine's location, or by one that is made for it.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::machine::Machine;
use shared::vault::{Vault, VaultState};

use crate::api::{self, Query};
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::parts::load::Load;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::ButtonLink;
use crate::ui::choices::{Choice, Choices};
use crate::ui::icon::IconName;
use crate::ui::say::Say;
use crate::ui::status::Shape;

use super::fields::EnableFields;
use super::new_vault::{Asked, NewVaultFields, VaultComing};

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

/// Which vault it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// One that there is (C-025).
    Existing,
    /// A new one (C-026).
    New,
}

#[component]
fn FormOrNoVault(
    /// The machine.
    machine: Signal<Machine>,
    /// All vaults.
    vaults: Signal<Vec<Vault>>,
) -> impl IntoView {
    let s = use_strings();
    let may_create = use_session().may(Permission::CreateVault);
    let offer = Memo::new(move |_| vaults.with(|vaults| machine.with(|machine| Offer::of(vaults, machine))));
    let has_vault = Memo::new(move |_| offer.with(|offer| !offer.ready.is_empty()));
    let asked = RwSignal::new(None::<Asked>);
    let wanted = RwSignal::new(Some(Way::Existing));
    let way = Memo::new(move |_| match (has_vault.get(), may_create) {
        (false, false) => None,
        (false, true) => Some(Way::New),
        (true, false) => Some(Way::Existing),
        (true, true) => wanted.get(),
    });
    let choice = move || {
        (has_vault.get() && may_create).then(|| {
            view! {
                <div class="enable-backup">
                    <Choices legend=s.vaults.vault choices=Signal::derive(move || choices(s, machine)) chosen=wanted/>
                </div>
            }
        })
    };
    let form = move || match way.get() {
        Some(Way::Existing) => view! { <EnableFields machine offer/> }.into_any(),
        Some(Way::New) => view! { <NewVaultFields machine asked/> }.into_any(),
        None => view! { <NoVault machine offer/> }.into_any(),
    };
    move || match asked.get() {
        Some(asked) => view! { <VaultComing machine asked/> }.into_any(),
        None => view! {
            {(!has_vault.get()).then(|| view! { <NoVault machine offer/> }).filter(|_| may_create)}
            {choice}
            {form}
        }
        .into_any(),
    }
}

fn choices(s: &Strings, machine: Signal<Machine>) -> Vec<Choice<Way>> {
    let new = machine.with(|machine| (s.protect.create_new_hint)(&machine.resource_group.name, &machine.location.name));
    let existing = s.protect.select_existing_hint.to_owned();
    [(Way::Existing, s.protect.select_existing, existing), (Way::New, s.protect.create_new, new)]
        .map(|(value, title, hint)| Choice { value, title: title.to_owned(), hint, off: None })
        .to_vec()
}

/// No vault of the machine's location is ready: whether one is coming, or what to do about it. The form of vaults takes other values than the
/// machine's.
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
                {may.then(|| view! { <ButtonLink href=address icon=IconName::Plus>{s.vaults.create}</ButtonLink> })}
            </Say>
        }
        .into_any()
    }
}

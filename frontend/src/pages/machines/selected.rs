//! Several machines at once: Enable backup for those that are ticked and not protected yet.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::VaultId;
use shared::machine::Machine;
use shared::vault::{Vault, VaultState};
use uuid::Uuid;

use crate::api;
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::parts::choice::listed_or_first;
use crate::parts::selected::SelectedBar;
use crate::routes::{MACHINES, Route};
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::chips::ChipSelect;
use crate::ui::icon::IconName;
use crate::ui::list::Ticked;
use crate::ui::select::Entries;
use crate::ui::status::{Shape, Status};

/// What can be done with the ticked machines, while there are any.
#[component]
pub(super) fn SelectedMachines(
    /// What is shown.
    machines: Signal<Vec<Machine>>,
    /// Those that are ticked.
    ticked: Ticked,
) -> impl IntoView {
    let shown = Signal::derive(move || machines.with(|all| all.iter().map(key).collect()));
    let chosen = Memo::new(move |_| {
        let is_ticked = |machine: &&Machine| ticked.with(|ticked| ticked.contains(&key(machine)));
        machines.with(|all| all.iter().filter(is_ticked).cloned().collect::<Vec<_>>())
    });
    view! { <SelectedBar shown ticked commands=move || view! { <EnableBackup chosen/> }/> }
}

/// The way to the steps of Enable backup, by a vault of where the machines are; those that are protected stay behind, and that is said.
#[component]
fn EnableBackup(
    /// The ticked machines.
    chosen: Memo<Vec<Machine>>,
) -> impl IntoView {
    let s = use_strings();
    let vaults = load(|| (), &[Topic::Vaults], |()| api::vaults::all()).value();
    let wanted = RwSignal::new(String::new());
    let free = Memo::new(move |_| {
        chosen.with(|all| all.iter().filter(|machine| machine.protection.is_none()).cloned().collect::<Vec<_>>())
    });
    let offered = Memo::new(move |_| {
        vaults.with(|vaults| free.with(|free| vaults.as_ref().map(|vaults| offer(vaults, free)).unwrap_or_default()))
    });
    let vault = Memo::new(move |_| offered.with(|offered| listed_or_first::<VaultId>(&wanted.get(), offered)));
    let protected = move || {
        let count = chosen.with(Vec::len) - free.with(Vec::len);
        (count > 0).then(|| view! { <span class="fine muted">{(s.protect.already)(count as u64)}</span> })
    };
    let way = move || match (free.with(Vec::is_empty), vault.get()) {
        (true, _) => ().into_any(),
        (false, None) => view! { <Status shape=Shape::Warning word=no_vault(s, &free.get())/> }.into_any(),
        (false, Some(id)) => {
            let ids = free.with(|free| free.iter().map(|machine| machine.id.to_string()).collect::<Vec<_>>());
            let href = Route::ProtectMachines(id).with(MACHINES, &ids.join(","));
            let key = Signal::stored(id.to_string());
            view! {
                <ChipSelect label=s.items.vault entries=offered chosen=key on_choose=move |key| wanted.set(key)/>
                <ButtonLink href kind=ButtonKind::Primary icon=IconName::Verify>
                    {(s.protect.enable)(ids.len() as u64)}
                </ButtonLink>
            }
            .into_any()
        }
    };
    view! { {way} {protected} }
}

/// The vaults that can take one of the machines at least: the steps say which they cannot.
fn offer(vaults: &[Vault], machines: &[Machine]) -> Entries {
    let takes = |vault: &&Vault| {
        vault.state == VaultState::Ready && machines.iter().any(|machine| machine.location.id == vault.location.id)
    };
    vaults.iter().filter(takes).map(|vault| (vault.id.to_string(), vault.name.clone())).collect()
}

fn no_vault(s: &Strings, machines: &[Machine]) -> String {
    (s.machines.no_vault)(machines.first().map_or("", |machine| machine.location.name.as_str()))
}

fn key(machine: &Machine) -> Uuid {
    machine.id.uuid()
}

//! The fields that enable backup: vault, policy with what it says, and what enabling does and does not do.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use shared::event::Topic;
use shared::id::{PolicyId, VaultId};
use shared::item::Item;
use shared::machine::{EnableBackup, Machine};
use shared::policy::Policy;
use shared::problem::FieldReason;

use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::parts::choice::listed_or_first;
use crate::parts::policy::{NoSchedules, PolicyFacts};
use crate::parts::trouble::{FailureBox, refuse};
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::form::Entry;
use crate::ui::select::{Entries, SelectField};
use crate::ui::toast::use_toasts;
use crate::{api, navigation};

use super::enable::Offer;

/// The fields that enable backup.
#[component]
pub(super) fn EnableFields(
    /// The machine.
    machine: Signal<Machine>,
    /// The vaults; at least one is ready.
    offer: Memo<Offer>,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let vaults = Memo::new(move |_| -> Entries {
        offer.with(|offer| offer.ready.iter().map(|vault| (vault.id.to_string(), vault.name.clone())).collect())
    });
    let vault = choice::<VaultId>(s, vaults);
    let chosen_vault = Memo::new(move |_| vault.value());
    let policies = load(
        move || chosen_vault.get(),
        &[Topic::Vaults],
        |vault| async move {
            match vault {
                Some(vault) => api::policies::of_vault(vault).await,
                None => Ok(Vec::new()),
            }
        },
    );
    let policy_entries = Memo::new(move |_| -> Entries {
        let all = policies.value().get().unwrap_or_default();
        all.into_iter().map(|policy| (policy.id.to_string(), policy.name)).collect()
    });
    let policy = choice::<PolicyId>(s, policy_entries);
    let chosen_policy = Memo::new(move |_| -> Option<Policy> {
        let id = policy.value()?;
        policies.value().get()?.into_iter().find(|policy| policy.id == id)
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(vault_id), Some(policy_id)) = (vault.check(), policy.check()) else { return };
        let request =
            api::machines::enable_backup(machine.with_untracked(|it| it.id), EnableBackup { vault_id, policy_id });
        let done = move |item: Item| {
            toasts.say((s.notifications.backup_enabled)(&item.machine.name));
            navigation::go(&Route::Item(item.id).path());
        };
        sending.start_form(request, done, move |failure| {
            refuse(s, failure, "vault_id", vault);
            refuse(s, failure, "policy_id", policy);
        });
    };
    let hint = move || {
        let location = machine.with(|machine| machine.location.name.clone());
        (s.machines.vault_hint)(&location, offer.with(|offer| offer.elsewhere))
    };
    view! {
        <form class="enable-backup" novalidate on:submit=submit>
            <FailureBox failure=sending.failure()/>
            <FailureBox failure=policies.failure()/>
            <SelectField label=s.vaults.vault hint entries=vaults entry=vault/>
            <SelectField label=s.policies.policy entries=policy_entries entry=policy/>
            {move || chosen_policy.get().map(|policy| view! { <PolicyFacts policy/> })}
            <NoSchedules/>
            <p class="muted">{s.machines.enable_note}</p>
            <div class="foot">
                <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.machines.enable_backup}</Button>
            </div>
        </form>
    }
}

/// A choice of an id from a list that may change while someone chooses.
fn choice<T>(s: &'static Strings, entries: Memo<Entries>) -> Entry<T>
where
    T: std::str::FromStr + Clone + PartialEq + Send + Sync + 'static,
{
    Entry::new("", move |key| {
        let chosen = entries.with(|entries| listed_or_first(key, entries));
        chosen.ok_or_else(|| (s.problems.field)(&FieldReason::Required))
    })
}

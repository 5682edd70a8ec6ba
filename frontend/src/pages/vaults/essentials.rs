//! What a vault is, in a row of facts: location, redundancy with its true state, group, encryption, what is proved of its data.

use leptos::prelude::*;
use shared::event::Topic;
use shared::vault::{Replication, Vault};

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::routes::Route;
use crate::ui::status::{Shape, Status};

use super::maintenance::Integrity;
use super::state::RedundancyStatus;

/// What a vault is.
#[component]
pub(super) fn Essentials(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let id = vault.with_untracked(|vault| vault.id);
    let subscriptions = load(|| (), &[Topic::ResourceGroups], |()| api::subscriptions::all()).value();
    let subscription = move || {
        let id = vault.with(|vault| vault.subscription_id);
        let all = subscriptions.get().unwrap_or_default();
        all.into_iter().find(|it| it.id == id).map(|it| format!("{}: {}", s.words.subscription, it.name))
    };
    let wanted = move || {
        let (redundancy, replication) = vault.with(|vault| (vault.redundancy, vault.replication));
        match replication {
            Replication::NotWanted => (s.vaults.replication)(replication).to_owned(),
            Replication::NoPairedLocation => (s.vaults.set_to)((s.vaults.redundancy_of)(redundancy)),
        }
    };
    view! {
        <dl class="summary essentials">
            <div><dt>{s.words.location}</dt><dd>{move || vault.with(|vault| vault.location.name.clone())}</dd></div>
            <div>
                <dt>{s.vaults.redundancy}</dt>
                <dd><RedundancyStatus vault/><span class="fine">{wanted}</span></dd>
            </div>
            <div>
                <dt>{s.words.resource_group}</dt>
                <dd>
                    <a href=Route::ResourceGroups.path()>{move || vault.with(|vault| vault.resource_group.name.clone())}</a>
                    <span class="fine">{subscription}</span>
                </dd>
            </div>
            <div><dt>{s.vaults.encryption}</dt><dd><Encryption vault/></dd></div>
            <div><dt>{s.maintenance.integrity}</dt><dd><Integrity id/></dd></div>
        </dl>
    }
}

/// The data is always encrypted; what can be missing is a copy of the password.
#[component]
pub(super) fn Encryption(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let confirmed = Memo::new(move |_| vault.with(|vault| vault.password_confirmed_at));
    let shape = Signal::derive(move || if confirmed.get().is_some() { Shape::Ok } else { Shape::Warning });
    let word = move || if confirmed.get().is_some() { s.vaults.encrypted_stored } else { s.vaults.encrypted_unstored };
    let when = move || match confirmed.get() {
        Some(at) => (s.vaults.confirmed)(&s.moment(at)),
        None => s.vaults.not_confirmed.to_owned(),
    };
    view! { <Status shape word/><span class="fine">{when}</span> }
}

//! The states of a vault as shapes and words: whether it can be used, and what is true of its second copy.

use leptos::prelude::*;
use shared::vault::{ItemCounts, Redundancy, Replication, Vault, VaultState};

use crate::i18n::{Strings, use_strings};
use crate::ui::status::{Shape, Status};

/// Whether the vault can be used.
#[component]
pub(super) fn VaultStatus(
    /// The vault.
    #[prop(into)]
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let state = Memo::new(move |_| vault.with(|vault| vault.state.clone()));
    let shape = Signal::derive(move || match state.get() {
        VaultState::Creating { .. } => Shape::Running,
        VaultState::Ready => Shape::Ok,
        VaultState::CreationFailed { .. } => Shape::Failed,
    });
    let word = move || match state.get() {
        VaultState::Creating { .. } => s.vaults.creating,
        VaultState::Ready => s.vaults.ready,
        VaultState::CreationFailed { .. } => s.vaults.creation_failed,
    };
    let reason = move || match state.get() {
        VaultState::CreationFailed { code } => (s.problems.title)(code),
        _ => "",
    };
    view! { <Status shape word reason/> }
}

/// What is true of the second copy; what was asked for stands beside it where the two differ.
#[component]
pub(super) fn RedundancyStatus(
    /// The vault.
    #[prop(into)]
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let both = Memo::new(move |_| vault.with(|vault| (vault.redundancy, vault.replication)));
    let shape = Signal::derive(move || replication_shape(both.get().1));
    let word = move || truth(s, both.get().0, both.get().1);
    view! { <Status shape word/> }
}

/// What is true of the second copy, where what was asked for stands beside it.
#[component]
pub(super) fn ReplicationStatus(
    /// The vault.
    #[prop(into)]
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let replication = Memo::new(move |_| vault.with(|vault| vault.replication));
    let shape = Signal::derive(move || replication_shape(replication.get()));
    view! { <Status shape word=move || (s.vaults.replication)(replication.get())/> }
}

/// The shape of what is true: a copy that was asked for and is not there is a warning, never green.
const fn replication_shape(replication: Replication) -> Shape {
    match replication {
        Replication::NotWanted => Shape::Ok,
        Replication::NoPairedLocation => Shape::Warning,
    }
}

fn truth(s: &Strings, redundancy: Redundancy, replication: Replication) -> &'static str {
    match replication {
        Replication::NotWanted => (s.vaults.redundancy_of)(redundancy),
        missing @ Replication::NoPairedLocation => (s.vaults.replication)(missing),
    }
}

/// A state that items of a vault are in, with the name that addresses have for it.
pub(super) struct ItemsIn {
    /// As the address says it.
    pub(super) health: &'static str,
    /// Its shape.
    pub(super) shape: Shape,
    /// Its word.
    pub(super) word: &'static str,
    /// How many.
    pub(super) count: fn(&ItemCounts) -> u64,
}

/// The states of items, worst first.
pub(super) fn item_states(s: &Strings) -> [ItemsIn; 6] {
    use shared::health::Health;
    let word = |health| (s.items.health)(health);
    [
        ItemsIn { health: "Damaged", shape: Shape::Failed, word: word(Health::Damaged), count: |it| it.damaged },
        ItemsIn { health: "Failed", shape: Shape::Failed, word: word(Health::Failed), count: |it| it.failed },
        ItemsIn { health: "Overdue", shape: Shape::Overdue, word: word(Health::Overdue), count: |it| it.overdue },
        ItemsIn { health: "Warning", shape: Shape::Warning, word: word(Health::Warning), count: |it| it.warning },
        ItemsIn { health: "Pending", shape: Shape::Pending, word: s.overview.group_pending, count: |it| it.pending },
        ItemsIn { health: "Healthy", shape: Shape::Ok, word: word(Health::Healthy), count: |it| it.healthy },
    ]
}

//! The states of a machine as shapes and words: whether it is there, and how it is protected.

use leptos::prelude::*;
use shared::health::Health;
use shared::item::ProtectionState;
use shared::machine::{Machine, Presence};

use crate::i18n::use_strings;
use crate::parts::state::health_shape;
use crate::routes::Route;
use crate::ui::status::{Shape, Status};

/// Whether the machine was there at the last look, and whether it can be backed up as it is.
#[component]
pub(super) fn PresenceStatus(
    /// The machine.
    #[prop(into)]
    machine: Signal<Machine>,
) -> impl IntoView {
    let s = use_strings();
    let presence = Memo::new(move |_| machine.with(|machine| machine.presence.clone()));
    let shape = Signal::derive(move || match presence.get() {
        Presence::Present => Shape::Ok,
        Presence::Missing { .. } => Shape::Warning,
        Presence::Unusable { .. } => Shape::Failed,
    });
    let word = move || match presence.get() {
        Presence::Present => s.machines.present,
        Presence::Missing { .. } => s.machines.missing,
        Presence::Unusable { .. } => s.machines.unusable,
    };
    let reason = move || match presence.get() {
        Presence::Present => String::new(),
        Presence::Missing { since } => (s.machines.since)(&s.moment(since)),
        Presence::Unusable { code } => (s.problems.title)(code).to_owned(),
    };
    view! { <Status shape word reason/> }
}

/// How the machine is protected: not at all, or its item's state, which leads to the item.
#[component]
pub(super) fn ProtectionStatus(
    /// The machine.
    #[prop(into)]
    machine: Signal<Machine>,
) -> impl IntoView {
    let s = use_strings();
    let protection = Memo::new(move |_| machine.with(|machine| machine.protection.clone()));
    move || {
        let Some(protection) = protection.get() else {
            return view! { <Status shape=Shape::None word=s.machines.not_protected/> }.into_any();
        };
        let health = protection.health;
        let reason = match (protection.state, health) {
            (ProtectionState::ProtectionStopped, _) => s.resume.disabled,
            (_, Health::Pending) => s.items.initial_pending,
            _ => "",
        };
        view! {
            <a href=Route::Item(protection.item_id).path()>
                <Status shape=health_shape(Some(health)) word=(s.items.health)(health) reason/>
            </a>
        }
        .into_any()
    }
}

//! The last step: all that was chosen, and what enabling does and does not do (C-080, C-081).

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::parts::policy::{NoSchedules, retention_words, schedule_words};

use super::wizard::Wizard;

/// All that was chosen.
#[component]
pub(super) fn ReviewStep(
    /// What is filled in.
    wizard: Wizard,
) -> impl IntoView {
    let s = use_strings();
    let policy = Memo::new(move |_| wizard.chosen_policy());
    let of_policy = move |words: fn(&crate::i18n::Strings, &shared::policy::Policy) -> String| {
        move || policy.get().map(|policy| words(s, &policy)).unwrap_or_default()
    };
    let names = move || {
        let name = |machine: &shared::machine::Machine| view! { <li>{machine.name.clone()}</li> };
        wizard.chosen.with(|chosen| chosen.iter().map(name).collect_view())
    };
    view! {
        <dl class="facts">
            <dt>{s.vaults.vault}</dt>
            <dd>{move || wizard.offer.with(|offer| offer.vault.name.clone())}</dd>
            <dt>{s.words.location}</dt>
            <dd>{move || wizard.offer.with(|offer| offer.vault.location.name.clone())}</dd>
            <dt>{s.policies.policy}</dt>
            <dd>{of_policy(|_, policy| policy.name.clone())}</dd>
            <dt>{s.policies.schedule}</dt>
            <dd>{of_policy(schedule_words)}</dd>
            <dt>{s.policies.retention}</dt>
            <dd>{of_policy(retention_words)}</dd>
            <dt>{s.machines.title}</dt>
            <dd><ul>{names}</ul></dd>
        </dl>
        <NoSchedules/>
        <p class="muted">{s.machines.enable_note}</p>
    }
}

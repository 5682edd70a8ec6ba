//! The second step: the policy, with what it says below (C-076).

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::parts::policy::{NoSchedules, PolicyFacts};
use crate::ui::select::SelectField;

use super::wizard::{Wizard, policy_entries};

/// The choice of a policy.
#[component]
pub(super) fn PolicyStep(
    /// What is filled in.
    wizard: Wizard,
) -> impl IntoView {
    let s = use_strings();
    let entries = Memo::new(move |_| wizard.offer.with(|offer| policy_entries(&offer.policies)));
    let chosen = Memo::new(move |_| wizard.chosen_policy());
    view! {
        <SelectField label=s.policies.policy hint=s.policies.intro entries entry=wizard.policy/>
        {move || chosen.get().map(|policy| view! { <PolicyFacts policy/> })}
        <NoSchedules/>
    }
}

//! The panel that puts an item under a policy again.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::PolicyId;
use shared::item::{Item, ResumeProtection};
use shared::policy::Policy;
use shared::problem::FieldReason;

use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::choice::listed_or_first;
use crate::parts::policy::PolicyFacts;
use crate::parts::trouble::{FailureBox, refuse};
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::form::Entry;
use crate::ui::panel::Panel;
use crate::ui::select::{Entries, SelectField};
use crate::ui::toast::use_toasts;
use crate::{api, navigation};

/// The panel that puts an item under a policy again.
#[component]
pub(super) fn ResumeForm(
    /// The item.
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let (id, vault) = item.with_untracked(|item| (item.id, item.vault.id));
    let loaded = load(move || vault, &[Topic::Vaults], api::policies::of_vault);
    let policies = Signal::derive(move || loaded.value().get().unwrap_or_default());
    let entries = Memo::new(move |_| -> Entries {
        policies.with(|all| all.iter().map(|policy| (policy.id.to_string(), policy.name.clone())).collect())
    });
    let before = item.with_untracked(|item| item.policy.id.to_string());
    let chosen = Entry::<PolicyId>::new(&before, move |key| {
        let chosen = entries.with(|entries| listed_or_first(key, entries));
        chosen.ok_or_else(|| (s.problems.field)(&FieldReason::Required))
    });
    let policy = move || {
        let id = chosen.value()?;
        policies.with(|all: &Vec<Policy>| all.iter().find(|policy| policy.id == id).cloned())
    };
    let submit = move |()| {
        let Some(policy_id) = chosen.check() else { return };
        let name = item.with_untracked(|item| item.machine.name.clone());
        let request = api::items::resume(id, ResumeProtection { policy_id });
        let done = move |_: Item| {
            toasts.say((s.resume.resumed)(&name));
            navigation::close_panel();
        };
        sending.start_form(request, done, move |failure| refuse(s, failure, "policy_id", chosen));
    };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.resume.resume}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    let subtitle = move || item.with(|item| (s.items.of_vault)(&item.machine.name, &item.vault.name));
    view! {
        <Panel title=s.resume.resume subtitle on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <FailureBox failure=loaded.failure()/>
            <p>{s.resume.resume_text}</p>
            <SelectField label=s.items.policy entries entry=chosen/>
            {move || policy().map(|policy| view! { <PolicyFacts policy=Signal::stored(policy)/> })}
        </Panel>
    }
}

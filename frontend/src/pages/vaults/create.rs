//! The panel that creates a vault.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::job::Job;

use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::redundancy::RedundancyField;
use crate::parts::trouble::{FailureBox, refuse};
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{Field, TextField};
use crate::ui::panel::Panel;
use crate::ui::select::SelectField;
use crate::ui::toast::use_toasts;
use crate::{api, navigation};

use super::create_form::{Form, Offer, fetch};
use super::new_group::NewGroup;

/// The panel that creates a vault. `?location=` and `?group=` say what is chosen to begin with.
#[component]
pub(crate) fn CreateVaultPanel() -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let loaded = load(|| (), &[Topic::Locations, Topic::ResourceGroups], |()| fetch());
    let offer = Signal::derive(move || loaded.value().get().unwrap_or_default());
    let form = Form::new(s, offer);
    let submit = move |()| {
        let Some(vault) = form.read() else { return };
        let name = vault.name.to_string();
        let done = move |_: Job| {
            toasts.say((s.vaults.being_created)(&name));
            navigation::close_panel();
        };
        sending.start_form(api::vaults::create(vault), done, move |failure| {
            refuse(s, failure, "name", form.name);
            refuse(s, failure, "resource_group_id", form.group);
            refuse(s, failure, "location_id", form.location);
        });
    };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.words.create}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    view! {
        <Panel title=s.vaults.create subtitle=s.vaults.vault on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <FailureBox failure=loaded.failure()/>
            <TextField label=s.words.name hint=s.vaults.name_hint entry=form.name/>
            <SubscriptionField form offer/>
            <GroupField form/>
            <SelectField label=s.words.location hint=s.vaults.location_hint entries=form.locations entry=form.location/>
            <RedundancyField chosen=form.redundancy/>
        </Panel>
    }
}

/// The subscription: to choose among several, or the only one, shown (C-045).
#[component]
fn SubscriptionField(
    /// The form.
    form: Form,
    /// What there is to choose among.
    offer: Signal<Offer>,
) -> impl IntoView {
    let s = use_strings();
    let only = Memo::new(move |_| {
        offer.with(|offer| match offer.subscriptions.as_slice() {
            [only] => Some(only.name.clone()),
            _ => None,
        })
    });
    move || match only.get() {
        Some(name) => view! {
            <Field label=s.words.subscription hint=s.vaults.only_subscription let:ids>
                <input class="input" id=ids.control aria-describedby=ids.described_by readonly prop:value=name/>
            </Field>
        }
        .into_any(),
        None => view! { <SelectField label=s.words.subscription entries=form.subscriptions entry=form.subscription/> }
            .into_any(),
    }
}

/// The resource group: one that there is, or a new one, made here (C-046).
#[component]
fn GroupField(
    /// The form.
    form: Form,
) -> impl IntoView {
    let s = use_strings();
    let may = use_session().may(Permission::ManageInventory);
    let has_groups = Memo::new(move |_| form.groups.with(|groups| !groups.is_empty()));
    let made = move |group| form.take_group(group);
    let subscription = Signal::derive(move || form.subscription.value());
    view! {
        {move || has_groups.get().then(|| view! {
            <SelectField
                label=s.words.resource_group
                hint=s.vaults.group_hint
                entries=form.groups
                entry=form.group
            />
        })}
        {may.then(|| view! { <NewGroup subscription is_needed=Signal::derive(move || !has_groups.get()) made/> })}
    }
}

//! The panel that makes a resource group.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::SubscriptionId;
use shared::name::ResourceGroupName;
use shared::problem::FieldReason;
use shared::resource_group::{CreateResourceGroup, ResourceGroup};

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::navigation;
use crate::parts::trouble::{FailureBox, refuse};
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::form::Entry;
use crate::ui::panel::Panel;
use crate::ui::select::{Entries, SelectField, chosen_or_first};
use crate::ui::toast::use_toasts;

/// The panel that makes a resource group.
#[component]
pub(crate) fn CreateResourceGroupPanel() -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let loaded = load(|| (), &[Topic::ResourceGroups], |()| api::subscriptions::all());
    let entries = Signal::derive(move || -> Entries {
        let all = loaded.value().get().unwrap_or_default();
        all.into_iter().map(|subscription| (subscription.id.to_string(), subscription.name)).collect()
    });
    let name = Entry::new("", move |text| ResourceGroupName::new(text).map_err(s.problems.name));
    let subscription = Entry::new("", move |key| {
        let chosen = entries.with(|entries| chosen_or_first(key, entries)?.parse::<SubscriptionId>().ok());
        chosen.ok_or_else(|| (s.problems.field)(&FieldReason::Required))
    });
    let submit = move |()| {
        if let (Some(good_name), Some(subscription_id)) = (name.check(), subscription.check()) {
            let body = CreateResourceGroup { name: good_name, subscription_id };
            let done = move |group: ResourceGroup| {
                toasts.say((s.resource_groups.created)(&group.name));
                navigation::go(&Route::ResourceGroups.path());
            };
            sending.start_form(api::resource_groups::create(body), done, move |failure| {
                refuse(s, failure, "name", name);
            });
        }
    };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.words.create}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    view! {
        <Panel title=s.resource_groups.create on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <FailureBox failure=loaded.failure()/>
            <TextField label=s.words.name hint=s.resource_groups.name_hint entry=name/>
            <SelectField label=s.words.subscription entries entry=subscription/>
        </Panel>
    }
}

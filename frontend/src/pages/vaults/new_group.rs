//! A new resource group, made inside the form that needs it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use shared::id::SubscriptionId;
use shared::name::ResourceGroupName;
use shared::resource_group::{CreateResourceGroup, ResourceGroup};

use crate::api;
use crate::i18n::use_strings;
use crate::parts::trouble::{FailureBox, refuse};
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::form::Entry;
use crate::ui::icon::IconName;
use crate::ui::toast::use_toasts;

/// A button that opens a name and makes a resource group of it.
#[component]
pub(super) fn NewGroup(
    /// The subscription that it will belong to.
    subscription: Signal<Option<SubscriptionId>>,
    /// Whether there is no other group to choose.
    is_needed: Signal<bool>,
    /// Takes the new group.
    #[prop(into)]
    made: Callback<ResourceGroup>,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let is_open = RwSignal::new(false);
    let name = Entry::new("", move |text| ResourceGroupName::new(text).map_err(s.problems.name));
    let send = move |()| {
        if let (Some(good_name), Some(subscription_id)) = (name.check(), subscription.get_untracked()) {
            let request = api::resource_groups::create(CreateResourceGroup { name: good_name, subscription_id });
            let done = move |group: ResourceGroup| {
                toasts.say((s.resource_groups.created)(&group.name));
                is_open.set(false);
                name.text.set(String::new());
                made.run(group);
            };
            sending.start_form(request, done, move |failure| refuse(s, failure, "name", name));
        }
    };
    // Enter makes the group; it does not send the form around it.
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            send(());
        }
    };
    let is_shown = Memo::new(move |_| is_open.get() || is_needed.get());
    move || {
        if is_shown.get() {
            view! {
                <div class="new-group">
                    <FailureBox failure=sending.failure()/>
                    <div on:keydown=keys>
                        <TextField label=s.vaults.new_group hint=s.resource_groups.name_hint entry=name/>
                    </div>
                    <div class="actions">
                        <Button off=sending.busy() on_press=send>{s.vaults.create_group}</Button>
                        {(!is_needed.get()).then(|| view! {
                            <Button kind=ButtonKind::Quiet on_press=move |()| is_open.set(false)>{s.words.cancel}</Button>
                        })}
                    </div>
                </div>
            }
            .into_any()
        } else {
            view! {
                <div>
                    <Button kind=ButtonKind::Quiet icon=IconName::Plus on_press=move |()| is_open.set(true)>
                        {s.vaults.create_new}
                        <span class="unseen">{s.words.resource_group}</span>
                    </Button>
                </div>
            }
            .into_any()
        }
    }
}

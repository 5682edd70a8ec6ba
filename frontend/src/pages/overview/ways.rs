//! The ways to begin on a server that has no machines or no vaults.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::job::Job;

use crate::api;
use crate::i18n::use_strings;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::icon::{Icon, IconName, IconSize};
use crate::ui::toast::use_toasts;

/// The ways to begin.
#[component]
pub(crate) fn Ways(
    /// Whether no machine is known.
    without_machines: bool,
    /// Whether there is no vault.
    without_vaults: bool,
) -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let may_add = without_machines && session.may(Permission::ManageInventory);
    let may_create = without_vaults && session.may(Permission::CreateVault);
    let words = &s.overview;
    let steps = [
        (IconName::Host, words.how_host),
        (IconName::Vm, words.how_machines),
        (IconName::Policy, words.how_policy),
        (IconName::Vault, words.how_vault),
        (IconName::Restore, words.how_restore),
    ];
    view! {
        <ul class="ways">
            {may_add.then(|| view! { <SampleDisks/> })}
            {may_create.then(|| view! {
                <Way icon=IconName::Vault title=words.create_vault text=words.create_vault_text need=words.create_vault_need>
                    <ButtonLink href=Route::CreateVault.path()>{words.create_vault}</ButtonLink>
                </Way>
            })}
            {may_add.then(|| view! {
                <Way icon=IconName::Host title=words.add_host text=words.add_host_text need=words.add_host_need>
                    <ButtonLink href=Route::AddHost.path()>{words.add_host}</ButtonLink>
                </Way>
            })}
        </ul>
        <div class="path">
            <b>{words.how}</b>
            <ol>{steps.map(|(name, word)| view! { <li><Icon name/> {word}</li> }).collect_view()}</ol>
        </div>
    }
}

/// The quickest way: three machines that the server makes.
#[component]
fn SampleDisks() -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let make = move |()| {
        sending.start(api::hosts::create_sample_disks(), move |_: Job| toasts.say(s.overview.samples_started));
    };
    let words = &s.overview;
    view! {
        <Way icon=IconName::Disk title=words.samples text=words.samples_text need=words.samples_need>
            <FailureBox failure=sending.failure()/>
            <Button kind=ButtonKind::Primary off=sending.busy() on_press=make>{words.samples_button}</Button>
        </Way>
    }
}

/// One way to begin.
#[component]
fn Way(
    /// What it is about.
    icon: IconName,
    /// What it does.
    title: &'static str,
    /// What that means.
    text: &'static str,
    /// What it needs.
    need: &'static str,
    /// Its button.
    children: Children,
) -> impl IntoView {
    view! {
        <li>
            <Icon name=icon size=IconSize::Large/>
            <div>
                <h2>{title}</h2>
                <p>{text}</p>
                {children()}
                <p class="fine">{need}</p>
            </div>
        </li>
    }
}

//! What can be done about machines as a whole: look at all hosts now, and make a few to try things with.

use leptos::prelude::*;
use shared::job::Job;

use crate::api::{self, Failure};
use crate::i18n::use_strings;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::IconName;
use crate::ui::toast::use_toasts;

/// Looks at all hosts now, one after the other.
#[component]
pub(super) fn DiscoverButton(
    /// The look that is under way; the page shows why it failed.
    sending: Sending,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let discover = move |()| {
        sending.start(discover_all(), move |found| {
            toasts.say(match found {
                Some(machines) => (s.machines.discovered)(&(s.words.machines)(machines)),
                None => s.machines.no_hosts.to_owned(),
            });
        });
    };
    let word = move || if sending.busy().get() { s.machines.discovering } else { s.machines.discover_now };
    view! {
        <Button icon=IconName::Refresh off=sending.busy() on_press=discover>
            <span aria-live="polite">{word}</span>
        </Button>
    }
}

/// How many machines are on all hosts; nothing when there is no host. A host that fails does not keep the others from being looked at.
async fn discover_all() -> Result<Option<u64>, Failure> {
    let hosts = api::hosts::all().await?;
    let mut machines = 0;
    let mut failure = None;
    for host in &hosts {
        match api::hosts::discover(host.id).await {
            Ok(host) => machines += host.machines,
            Err(why) => failure = Some(why),
        }
    }
    match failure {
        Some(failure) => Err(failure),
        None => Ok((!hosts.is_empty()).then_some(machines)),
    }
}

/// Asks for three machines to try things with.
#[component]
pub(super) fn SampleButton(
    /// The request that is under way; the page shows why it failed.
    sending: Sending,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let make = move |()| {
        sending.start(api::hosts::create_sample_disks(), move |_: Job| toasts.say(s.overview.samples_started));
    };
    view! {
        <Button kind=ButtonKind::Primary icon=IconName::Disk off=sending.busy() on_press=make>
            {s.overview.samples_button}
        </Button>
    }
}

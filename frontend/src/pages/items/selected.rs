//! Several items at once: Backup now for those that are ticked.

use leptos::prelude::*;
use shared::id::ItemId;
use shared::item::{BackupNow, Item};
use shared::policy::ON_DEMAND_DAYS;
use uuid::Uuid;

use crate::api::{self, Failure};
use crate::i18n::use_strings;
use crate::parts::selected::SelectedBar;
use crate::parts::trouble::of_failure;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::IconName;
use crate::ui::list::Ticked;
use crate::ui::status::{Shape, Status};
use crate::ui::toast::use_toasts;

/// What came of the backups: who could not begin, and why.
type Refused = Vec<(ItemId, String, Failure)>;

/// Asks for a backup of each, and goes on when one cannot begin.
async fn back_up(items: Vec<Item>) -> Result<Refused, Failure> {
    let mut refused = Vec::new();
    for item in items {
        if let Err(failure) = api::items::backup_now(item.id, BackupNow::default()).await {
            refused.push((item.id, item.machine.name, failure));
        }
    }
    Ok(refused)
}

/// What can be done with the ticked items, while there are any; and which of them could not begin.
#[component]
pub(super) fn SelectedItems(
    /// What is shown.
    items: Signal<Vec<Item>>,
    /// Those that are ticked.
    ticked: Ticked,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let refused = RwSignal::new(Refused::new());
    let shown = Signal::derive(move || items.with(|items| items.iter().map(key).collect()));
    let start = move |()| {
        let is_ticked = |item: &&Item| ticked.with_untracked(|ticked| ticked.contains(&key(item)));
        let asked: Vec<Item> = items.with_untracked(|items| items.iter().filter(is_ticked).cloned().collect());
        let count = asked.len();
        sending.start(back_up(asked), move |failed| {
            let started = count - failed.len();
            if started > 0 {
                toasts.say((s.items.started_many)(started as u64));
            }
            ticked.set(failed.iter().map(|(id, ..)| id.uuid()).collect());
            refused.set(failed);
        });
    };
    let commands = move || {
        view! {
            <Button kind=ButtonKind::Primary icon=IconName::Now off=sending.busy() on_press=start>
                {s.items.backup_now}
            </Button>
            <span class="fine muted">{(s.policies.on_demand)(ON_DEMAND_DAYS.into())}</span>
        }
    };
    let row = move |(_, name, failure): (ItemId, String, Failure)| {
        view! { <p><span class="strong">{name}</span> <Status shape=Shape::Failed word=of_failure(s, &failure).what/></p> }
    };
    view! {
        <SelectedBar shown ticked commands/>
        <div class="not-started" role="alert">{move || refused.get().into_iter().map(row).collect_view()}</div>
    }
}

fn key(item: &Item) -> Uuid {
    item.id.uuid()
}

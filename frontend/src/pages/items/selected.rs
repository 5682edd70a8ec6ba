//! Several items at once: a box before each name, and Backup now for those that are ticked.

use std::collections::HashSet;

use leptos::prelude::*;
use shared::id::ItemId;
use shared::item::{BackupNow, Item};
use shared::policy::ON_DEMAND_DAYS;

use crate::api::{self, Failure};
use crate::i18n::use_strings;
use crate::parts::trouble::of_failure;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::IconName;
use crate::ui::status::{Shape, Status};
use crate::ui::toast::use_toasts;

/// The ticked items; some may have left the list.
pub(super) type Ticked = RwSignal<HashSet<ItemId>>;

/// A box to tick an item.
#[component]
pub(super) fn TickBox(
    /// The item.
    item: Signal<Item>,
    /// Those that are ticked.
    ticked: Ticked,
) -> impl IntoView {
    let s = use_strings();
    let id = item.with_untracked(|item| item.id);
    let toggle = move |_| {
        ticked.update(|ticked| {
            if !ticked.remove(&id) {
                ticked.insert(id);
            }
        });
    };
    view! {
        <input
            type="checkbox"
            class="tick"
            aria-label=move || (s.items.select)(&item.with(|item| item.machine.name.clone()))
            prop:checked=move || ticked.with(|ticked| ticked.contains(&id))
            on:change=toggle
        />
    }
}

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
pub(super) fn SelectedBar(
    /// What is shown.
    #[prop(into)]
    items: Signal<Vec<Item>>,
    /// Those that are ticked.
    ticked: Ticked,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let refused = RwSignal::new(Refused::new());
    let chosen = Memo::new(move |_| {
        let is_ticked = |item: &&Item| ticked.with(|ticked| ticked.contains(&item.id));
        items.with(|items| items.iter().filter(is_ticked).cloned().collect::<Vec<_>>())
    });
    let is_shown = Memo::new(move |_| chosen.with(|chosen| !chosen.is_empty()));
    let start = move |()| {
        let asked = chosen.get_untracked();
        let count = asked.len();
        sending.start(back_up(asked), move |failed| {
            let started = count - failed.len();
            if started > 0 {
                toasts.say((s.items.started_many)(started as u64));
            }
            ticked.set(failed.iter().map(|(id, ..)| *id).collect());
            refused.set(failed);
        });
    };
    let select = move |()| {
        let shown: Vec<_> = items.with_untracked(|items| items.iter().map(|item| item.id).collect());
        ticked.update(|ticked| ticked.extend(shown));
    };
    let count = move || (s.protect.selected)(chosen.with(Vec::len) as u64, items.with(Vec::len) as u64);
    let bar = move || {
        is_shown.get().then(|| {
            view! {
                <b role="status">{count}</b>
                <Button kind=ButtonKind::Primary icon=IconName::Now off=sending.busy() on_press=start>
                    {s.items.backup_now}
                </Button>
                <span class="fine muted">{(s.policies.on_demand)(ON_DEMAND_DAYS.into())}</span>
                <Button kind=ButtonKind::Quiet on_press=select>{s.protect.select_shown}</Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| ticked.update(HashSet::clear)>{s.protect.clear}</Button>
            }
        })
    };
    let row = move |(_, name, failure): (ItemId, String, Failure)| {
        view! { <p><span class="strong">{name}</span> <Status shape=Shape::Failed word=of_failure(s, &failure).what/></p> }
    };
    view! {
        <div class="selected-bar">{bar}</div>
        <div class="not-started" role="alert">{move || refused.get().into_iter().map(row).collect_view()}</div>
    }
}

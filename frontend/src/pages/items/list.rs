//! The list of items: tabs by how they are, a filter by name, a menu for each.

use std::collections::HashSet;

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::health::Health;
use shared::id::VaultId;
use shared::item::Item;
use shared::vault::{ItemCounts, Vault};

use super::keys;
use super::row::ItemRow;
use super::selected::{SelectedBar, Ticked};
use crate::api::items::ItemFilter;
use crate::api::{self, Failure};
use crate::i18n::use_strings;
use crate::loading::load;
use crate::navigation;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::state::health_shape;
use crate::parts::vault_menu::VaultMenu;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::crumbs::Crumbs;
use crate::ui::each::Each;
use crate::ui::empty::Empty;
use crate::ui::filter::{Filter, passes};
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::table::{Column, Table};
use crate::ui::tabs::{Tab, Tabs};

/// Worst first, as the tabs stand.
const HEALTHS: [Health; 5] = [Health::Failed, Health::Overdue, Health::Warning, Health::Pending, Health::Healthy];
const PARAMETER: &str = "health";

/// What is listed: everything, or the first of it and how much there is.
#[derive(Clone, PartialEq)]
struct Listing {
    items: Vec<Item>,
    is_whole: bool,
    counts: ItemCounts,
    vault: Option<Vault>,
}

async fn fetch(vault_id: Option<VaultId>) -> Result<Listing, Failure> {
    let page = api::items::list(ItemFilter { vault_id, health: None }).await?;
    let mut items = page.items;
    items.sort_by_key(|item| item.health);
    let vaults = match vault_id {
        Some(id) => vec![api::vaults::get(id).await?],
        None => api::vaults::all().await?,
    };
    let counts = vaults.iter().map(|vault| vault.items).fold(ItemCounts::default(), add);
    let vault = vaults.into_iter().find(|vault| Some(vault.id) == vault_id);
    Ok(Listing { items, is_whole: page.next.is_none(), counts, vault })
}

/// What a tab shows when the list is too long to come at once.
async fn fetch_tab(tab: Option<(Option<VaultId>, Health)>) -> Result<Vec<Item>, Failure> {
    let Some((vault_id, health)) = tab else { return Ok(Vec::new()) };
    Ok(api::items::list(ItemFilter { vault_id, health: Some(health) }).await?.items)
}

/// The list of items, of all vaults or of one.
#[component]
pub(crate) fn ItemsPage(
    /// The vault that the list is of.
    #[prop(optional)]
    vault: Option<VaultId>,
) -> impl IntoView {
    let s = use_strings();
    let listing = load(move || vault, &[Topic::Items, Topic::Vaults], fetch);
    let name = move || listing.value().get().and_then(|listing| listing.vault).map(|vault| vault.name);
    let crumbs = vault.map(|id| {
        let above = vec![
            (s.vaults.title.into(), Route::Vaults.path()),
            ((move || name().unwrap_or_default()).into(), Route::Vault(id).path()),
        ];
        view! { <Crumbs above/> }
    });
    view! {
        {vault.map(|id| view! { <VaultMenu id/> })}
        <PageFrame>
            {crumbs}
            <PageHead title=s.items.title>
                <ButtonLink href=Route::Machines.path() kind=ButtonKind::Primary icon=IconName::Plus>
                    {s.machines.enable_backup}
                </ButtonLink>
            </PageHead>
            <Load from=listing let:listing>
                {move || if listing.with(|listing| listing.counts.total == 0 && listing.items.is_empty()) {
                    view! {
                        <Empty icon=IconName::Items title=s.items.empty text=s.items.empty_text>
                            <ButtonLink href=Route::Machines.path()>{s.items.to_machines}</ButtonLink>
                        </Empty>
                    }
                    .into_any()
                } else {
                    view! { <ItemList listing vault/> }.into_any()
                }}
            </Load>
        </PageFrame>
    }
}

#[component]
fn ItemList(
    /// What is listed.
    listing: Signal<Listing>,
    /// The vault that the list is of.
    vault: Option<VaultId>,
) -> impl IntoView {
    let s = use_strings();
    let may = use_session().may(Permission::BackupNow);
    let ticked: Ticked = RwSignal::new(HashSet::new());
    let filter = RwSignal::new(String::new());
    let chosen = Memo::new(move |_| navigation::page().parameter(PARAMETER).and_then(|name| named(&name)));
    let is_whole = Memo::new(move |_| listing.with(|listing| listing.is_whole));
    let question = move || chosen.get().filter(|_| !is_whole.get()).map(|health| (vault, health));
    let tab = load(question, &[Topic::Items], fetch_tab);
    let of_tab = Memo::new(move |_| match (chosen.get(), is_whole.get()) {
        (Some(_), false) => tab.value().get().unwrap_or_default(),
        (chosen, _) => listing.with(|listing| {
            let fits = |item: &&Item| chosen.is_none_or(|health| item.health == health);
            listing.items.iter().filter(fits).cloned().collect::<Vec<_>>()
        }),
    });
    let shown = Memo::new(move |_| {
        let name = filter.get();
        of_tab.with(|items| items.iter().filter(|item| passes(&item.machine.name, &name)).cloned().collect::<Vec<_>>())
    });
    let note = move || {
        let all = listing.with(|listing| match chosen.get() {
            Some(health) => count_of(&listing.counts, health),
            None => listing.counts.total,
        });
        (s.words.shown)(shown.with(Vec::len) as u64, all)
    };
    let nothing = move || {
        shown.with(Vec::is_empty).then(|| {
            let text = filter.get();
            let text =
                if text.trim().is_empty() { s.items.none_like_this.to_owned() } else { (s.items.none_named)(&text) };
            view! { <p class="muted">{text}</p> }
        })
    };
    view! {
        <HealthTabs counts=Signal::derive(move || listing.with(|listing| listing.counts)) chosen vault/>
        <div class="filters">
            <Filter label=s.words.filter_by_name text=filter/>
            <span class="push" role="status">{note}</span>
        </div>
        {may.then(|| view! { <SelectedBar items=shown ticked/> })}
        <ItemTable items=shown with_vault=vault.is_none() ticked=may.then_some(ticked)/>
        {nothing}
    }
}

#[component]
fn ItemTable(
    /// What is shown.
    #[prop(into)]
    items: Signal<Vec<Item>>,
    /// Whether there is a column of vaults.
    with_vault: bool,
    /// Those that are ticked, when the reader can do something with them.
    ticked: Option<Ticked>,
) -> impl IntoView {
    let s = use_strings();
    let mut columns = vec![
        Column::name(s.words.name),
        Column::text(s.items.last_backup_status),
        Column::text(s.items.last_point),
        Column::text(s.items.policy_short).leaves(2),
    ];
    if with_vault {
        columns.push(Column::text(s.items.vault).leaves(2));
    }
    columns.extend([Column::number(s.words.size).leaves(3), Column::actions(s.words.actions)]);
    view! {
        <div class="items" on:keydown=|event| keys::pressed(&event)>
            <Table label=s.items.title columns>
                <Each entries=items key=|item| item.id let:item>
                    <ItemRow item with_vault ticked/>
                </Each>
            </Table>
        </div>
    }
}

#[component]
fn HealthTabs(
    /// How many there are.
    counts: Signal<ItemCounts>,
    /// The tab that is shown.
    #[prop(into)]
    chosen: Signal<Option<Health>>,
    /// The vault that the list is of.
    vault: Option<VaultId>,
) -> impl IntoView {
    let s = use_strings();
    let place = vault.map_or(Route::Items, Route::VaultItems);
    let tab = move |health: Health| {
        view! {
            <Tab
                href=place.with(PARAMETER, &format!("{health:?}"))
                current=Signal::derive(move || chosen.get() == Some(health))
                shape=health_shape(Some(health))
                count=move || s.count(count_of(&counts.get(), health))
            >
                {(s.items.tab)(health)}
            </Tab>
        }
    };
    view! {
        <Tabs label=s.items.tabs>
            <Tab
                href=place.path()
                current=Signal::derive(move || chosen.get().is_none())
                count=move || s.count(counts.get().total)
            >
                {s.words.all}
            </Tab>
            {HEALTHS.map(tab).collect_view()}
        </Tabs>
    }
}

fn named(name: &str) -> Option<Health> {
    HEALTHS.into_iter().find(|health| format!("{health:?}") == name)
}

const fn count_of(counts: &ItemCounts, health: Health) -> u64 {
    match health {
        Health::Failed => counts.failed,
        Health::Overdue => counts.overdue,
        Health::Warning => counts.warning,
        Health::Pending => counts.pending,
        Health::Healthy => counts.healthy,
    }
}

fn add(sum: ItemCounts, more: ItemCounts) -> ItemCounts {
    ItemCounts {
        total: sum.total + more.total,
        failed: sum.failed + more.failed,
        overdue: sum.overdue + more.overdue,
        warning: sum.warning + more.warning,
        pending: sum.pending + more.pending,
        healthy: sum.healthy + more.healthy,
    }
}

//! The list of items: tabs by how they are, filters and an order that stand in the address, a menu for each.

use std::collections::HashSet;

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::health::Health;
use shared::id::VaultId;
use shared::item::Item;
use shared::vault::{ItemCounts, Vault};
use uuid::Uuid;

use super::keys;
use super::row::item_cells;
use super::selected::{SelectedBar, Ticked};
use crate::api::{self, Failure};
use crate::i18n::use_strings;
use crate::loading::load;
use crate::navigation;
use crate::paging::{Paged, asked, entry, load_pages};
use crate::parts::list_filters::{ParameterFilter, TotalNote, WordsFilter};
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::state::health_shape;
use crate::parts::trouble::FailureBox;
use crate::parts::vault_menu::VaultMenu;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::crumbs::Crumbs;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::list::{Kept, List, ListColumn, ListTools};
use crate::ui::page_head::PageHead;
use crate::ui::tabs::{Tab, Tabs};

/// Worst first, as the tabs stand.
const HEALTHS: [Health; 5] = [Health::Failed, Health::Overdue, Health::Warning, Health::Pending, Health::Healthy];
const PARAMETER: &str = "health";
/// What the address may ask for; the vault only where the list is not of one.
const ASKED: [&str; 6] = ["q", PARAMETER, "policy_id", "state", "sort", "vault_id"];
/// The order when the address asks for none: the worst first.
const FIRST_SORT: &str = "health";

async fn vaults(vault_id: Option<VaultId>) -> Result<Vec<Vault>, Failure> {
    match vault_id {
        Some(id) => Ok(vec![api::vaults::get(id).await?]),
        None => api::vaults::all().await,
    }
}

/// The list of items, of all vaults or of one.
#[component]
pub(crate) fn ItemsPage(
    /// The vault that the list is of.
    #[prop(optional)]
    vault: Option<VaultId>,
) -> impl IntoView {
    let s = use_strings();
    let vaults = load(move || vault, &[Topic::Items, Topic::Vaults], vaults);
    let name = move || vaults.value().get().and_then(|vaults| vaults.into_iter().next()).map(|vault| vault.name);
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
            <Load from=vaults let:vaults>
                {
                    let counts = Memo::new(move |_| vaults.with(|all| all.iter().map(|vault| vault.items).fold(ItemCounts::default(), add)));
                    let is_empty = Memo::new(move |_| counts.with(|counts| counts.total == 0));
                    move || if is_empty.get() {
                        view! {
                            <Empty icon=IconName::Items title=s.items.empty text=s.items.empty_text>
                                <ButtonLink href=Route::Machines.path()>{s.items.to_machines}</ButtonLink>
                            </Empty>
                        }
                        .into_any()
                    } else {
                        view! { <ItemList vaults counts vault/> }.into_any()
                    }
                }
            </Load>
        </PageFrame>
    }
}

#[component]
fn ItemList(
    /// The vaults whose items are listed.
    vaults: Signal<Vec<Vault>>,
    /// How many items there are, whatever the filter lets through.
    #[prop(into)]
    counts: Signal<ItemCounts>,
    /// The vault that the list is of.
    vault: Option<VaultId>,
) -> impl IntoView {
    let s = use_strings();
    let may = use_session().may(Permission::BackupNow);
    let ticked: Ticked = RwSignal::new(HashSet::new());
    let chosen = Memo::new(move |_| navigation::page().parameter(PARAMETER).and_then(|name| named(&name)));
    let question = move || {
        let query = asked(&ASKED[..if vault.is_some() { 5 } else { 6 }]);
        let sorted = navigation::page().parameter("sort").is_some();
        let query = query.maybe("sort", (!sorted).then_some(FIRST_SORT));
        query.maybe("vault_id", vault)
    };
    let items = load_pages(question, &[Topic::Items], api::items::listed);
    let columns = columns(vault.is_none());
    let kept = Kept::of("items");
    let of_vault = vault.is_none().then(|| {
        let entries = Signal::derive(move || {
            vaults.with(|all| all.iter().map(|vault| (vault.id.to_string(), vault.name.clone())).collect())
        });
        view! { <ParameterFilter name="vault_id" label=s.items.vault entries/> }
    });
    view! {
        <HealthTabs counts chosen vault/>
        <div class="filters">
            <WordsFilter label=s.words.filter_by_name/>
            {of_vault}
            <ListTools columns=columns.clone() kept first_sort=FIRST_SORT/>
            <TotalNote total=items.total()/>
        </div>
        <FailureBox failure=items.failure()/>
        {may.then(|| view! { <SelectedBar items=items.entries() ticked/> })}
        <ItemTable items columns kept ticked=may.then_some(ticked)/>
        <NoneLikeThis items/>
    }
}

fn columns(with_vault: bool) -> Vec<ListColumn> {
    let s = use_strings();
    let mut columns = vec![
        ListColumn::name(s.words.name).sorts("name"),
        ListColumn::state(s.items.last_backup_status).sorts("health"),
        ListColumn::text(s.items.last_point).sorts("newest_point").key("point"),
        ListColumn::text(s.items.policy_short).sorts("policy").key("policy").leaves(2),
    ];
    if with_vault {
        columns.push(ListColumn::text(s.items.vault).sorts("vault").key("vault").leaves(2));
    }
    columns.extend([ListColumn::number(s.words.size).key("size").leaves(3), ListColumn::actions(s.words.actions)]);
    columns
}

#[component]
fn ItemTable(
    /// The items.
    items: Paged<Item>,
    /// The columns.
    columns: Vec<ListColumn>,
    /// What the browser remembers of them.
    kept: Kept,
    /// Those that are ticked, when the reader can do something with them.
    ticked: Option<Ticked>,
) -> impl IntoView {
    let s = use_strings();
    let with_vault = columns.iter().any(|column| column.is_of("vault"));
    let ids = Memo::new(move |_| items.entries().with(|all| all.iter().map(id).collect::<Vec<_>>()));
    let cells = move |own: Uuid| match entry(items.entries(), id, own) {
        Some(item) => item_cells(item, with_vault, ticked),
        None => Vec::new(),
    };
    view! {
        <div class="items" on:keydown=|event| keys::pressed(&event)>
            <List
                label=s.items.title
                columns
                kept
                first_sort=FIRST_SORT
                keys=ids
                total=items.rows()
                more=move |()| items.more()
                row=cells
            />
        </div>
    }
}

fn id(item: &Item) -> Uuid {
    item.id.uuid()
}

/// That the filter lets nothing through.
#[component]
fn NoneLikeThis(
    /// The items.
    items: Paged<Item>,
) -> impl IntoView {
    let s = use_strings();
    move || {
        items.total().get().is_some_and(|total| total.count == 0).then(|| {
            let text = match navigation::page().parameter("q") {
                Some(words) => (s.items.none_named)(&words),
                None => s.items.none_like_this.to_owned(),
            };
            view! { <p class="muted">{text}</p> }
        })
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

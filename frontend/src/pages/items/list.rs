//! The list of items: tabs by how they are, filters and an order that stand in the address, a menu for each.

use std::collections::HashSet;

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::health::Health;
use shared::id::VaultId;
use shared::vault::{ItemCounts, Vault};

use super::keys;
use super::row::item_cells;
use super::selected::SelectedItems;
use crate::api::{self, Failure};
use crate::i18n::use_strings;
use crate::loading::load;
use crate::navigation;
use crate::paging::{asked, load_pages, sort};
use crate::parts::list_filters::ParameterFilter;
use crate::parts::list_frame::{About, ListFrame};
use crate::parts::page_frame::PageFrame;
use crate::parts::state::health_shape;
use crate::parts::vault_menu::VaultMenu;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::crumbs::Crumbs;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::list::{ListColumn, Ticked};
use crate::ui::page_head::PageHead;
use crate::ui::tabs::{Tab, Tabs};

/// Worst first, as the tabs stand.
const HEALTHS: [Health; 6] =
    [Health::Damaged, Health::Failed, Health::Overdue, Health::Warning, Health::Pending, Health::Healthy];
const PARAMETER: &str = "health";
/// What the address may narrow the list by; the vault only where the list is not of one.
const NARROWED_BY: &[&str] = &["q", PARAMETER, "policy_id", "state", "vault_id"];
const OF_A_VAULT: &[&str] = &["q", PARAMETER, "policy_id", "state"];
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
            <ItemList vaults=Signal::derive(move || vaults.value().get().unwrap_or_default()) vault/>
        </PageFrame>
    }
}

#[component]
fn ItemList(
    /// The vaults whose items are listed.
    vaults: Signal<Vec<Vault>>,
    /// The vault that the list is of.
    vault: Option<VaultId>,
) -> impl IntoView {
    let s = use_strings();
    let ticked = use_session().may(Permission::BackupNow).then(|| Ticked::new(HashSet::new()));
    let narrowed_by = if vault.is_some() { OF_A_VAULT } else { NARROWED_BY };
    let question = move || {
        let sort = sort().unwrap_or_else(|| FIRST_SORT.to_owned());
        asked(narrowed_by).with("sort", sort).maybe("vault_id", vault)
    };
    let items = load_pages(question, &[Topic::Items], api::items::listed);
    let entries = Signal::derive(move || {
        vaults.with(|all| all.iter().map(|vault| (vault.id.to_string(), vault.name.clone())).collect())
    });
    let filters =
        move || vault.is_none().then(|| view! { <ParameterFilter name="vault_id" label=s.items.vault entries/> });
    let empty = move || {
        view! {
            <Empty icon=IconName::Items title=s.items.empty text=s.items.empty_text>
                <ButtonLink href=Route::Machines.path()>{s.items.to_machines}</ButtonLink>
            </Empty>
        }
    };
    let fetched = items.rows(|item| item.id.uuid(), move |item| item_cells(item, vault.is_none(), ticked));
    view! {
        <div class="items" on:keydown=|event| keys::pressed(&event)>
            <ListFrame
                about=About {
                    label: s.items.title,
                    name: "items",
                    columns: columns(vault.is_none()),
                    first_sort: FIRST_SORT,
                    narrowed_by,
                    looks_through: Some(s.words.filter_by_name),
                }
                fetched
                tabs=move || view! { <HealthTabs vaults vault/> }
                filters
                above=move || ticked.map(|ticked| view! { <SelectedItems items=items.entries() ticked/> })
                empty
            />
        </div>
    }
}

fn columns(with_vault: bool) -> Vec<ListColumn> {
    let s = use_strings();
    let mut columns = vec![
        ListColumn::name(s.words.name).sorts("name"),
        ListColumn::state(s.items.last_backup_status).sorts("health"),
        ListColumn::text(s.items.last_point).sorts("newest_point").key("point"),
        ListColumn::text(s.history.fortnight).key("days").leaves(3),
        ListColumn::text(s.items.policy_short).sorts("policy").key("policy").leaves(2),
    ];
    if with_vault {
        columns.push(ListColumn::text(s.items.vault).sorts("vault").key("vault").leaves(2));
    }
    columns.extend([ListColumn::number(s.words.size).key("size").leaves(3), ListColumn::actions(s.words.actions)]);
    columns
}

#[component]
fn HealthTabs(
    /// The vaults whose items are listed.
    vaults: Signal<Vec<Vault>>,
    /// The vault that the list is of.
    vault: Option<VaultId>,
) -> impl IntoView {
    let s = use_strings();
    let counts =
        Memo::new(move |_| vaults.with(|all| all.iter().map(|vault| vault.items).fold(ItemCounts::default(), add)));
    let chosen = Memo::new(move |_| navigation::page().parameter(PARAMETER).and_then(|name| named(&name)));
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
        Health::Damaged => counts.damaged,
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
        damaged: sum.damaged + more.damaged,
        failed: sum.failed + more.failed,
        overdue: sum.overdue + more.overdue,
        warning: sum.warning + more.warning,
        pending: sum.pending + more.pending,
        healthy: sum.healthy + more.healthy,
    }
}

//! A policy: when it takes points, how long it keeps them, and the items under it.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::PolicyId;
use shared::item::Item;
use shared::policy::Policy;
use shared::vault::Vault;

use crate::api::{self, Failure};
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::policy::{NoSchedules, PolicyFacts};
use crate::parts::state::ItemStatus;
use crate::parts::vault_menu::VaultMenu;
use crate::routes::Route;
use crate::ui::crumbs::Crumbs;
use crate::ui::each::Each;
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;
use crate::ui::region::Region;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};

/// A policy and what is around it.
#[derive(Clone, PartialEq)]
struct Around {
    policy: Policy,
    vault: Vault,
    items: Vec<Item>,
}

async fn fetch(id: PolicyId) -> Result<Around, Failure> {
    let policy = api::policies::get(id).await?;
    let vault = api::vaults::get(policy.vault_id).await?;
    let items = api::items::of_vault(policy.vault_id).await?;
    Ok(Around { policy, vault, items: items.into_iter().filter(|item| item.policy.id == id).collect() })
}

/// A policy.
#[component]
pub(crate) fn PolicyPage(
    /// Which one.
    id: PolicyId,
) -> impl IntoView {
    let around = load(move || id, &[Topic::Vaults, Topic::Items], fetch);
    let vault = Memo::new(move |_| around.value().with(|around| around.as_ref().map(|around| around.vault.id)));
    view! {
        {move || vault.get().map(|id| view! { <VaultMenu id/> })}
        <PageFrame>
            <Load from=around let:around>
                <PolicyOf around/>
            </Load>
        </PageFrame>
    }
}

#[component]
fn PolicyOf(
    /// The policy and what is around it.
    around: Signal<Around>,
) -> impl IntoView {
    let s = use_strings();
    let policy = Signal::derive(move || around.with(|around| around.policy.clone()));
    let items = Memo::new(move |_| around.with(|around| around.items.clone()));
    let vault = around.with_untracked(|around| around.vault.id);
    let above = vec![
        (s.vaults.title.into(), Route::Vaults.path()),
        ((move || around.with(|around| around.vault.name.clone())).into(), Route::Vault(vault).path()),
        (s.vaults.policies.into(), Route::VaultPolicies(vault).path()),
    ];
    let is_unused = Memo::new(move |_| items.with(Vec::is_empty));
    let table = move || {
        if is_unused.get() {
            view! { <p class="muted">{s.policies.no_items}</p> }.into_any()
        } else {
            view! { <ItemTable items/> }.into_any()
        }
    };
    view! {
        <Crumbs above/>
        <PageHead title=move || policy.with(|policy| policy.name.clone()) intro=s.policies.policy/>
        <NoSchedules/>
        <PolicyFacts policy/>
        <div class="policy-items"><Region title=s.policies.items>{table}</Region></div>
    }
}

#[component]
fn ItemTable(
    /// The items under the policy.
    items: Memo<Vec<Item>>,
) -> impl IntoView {
    let s = use_strings();
    let columns = vec![
        Column::name(s.words.name),
        Column::text(s.items.last_backup_status),
        Column::text(s.items.newest_point),
        Column::number(s.items.recovery_points),
    ];
    view! {
        <Table label=s.policies.items columns>
            <Each entries=items key=|item| item.id let:item>
                <ItemRow item/>
            </Each>
        </Table>
    }
}

#[component]
fn ItemRow(
    /// The item.
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let address = Route::Item(item.with_untracked(|item| item.id)).path();
    let newest = Memo::new(move |_| item.with(|item| item.newest_point_at));
    let newest = move || match newest.get() {
        Some(at) => view! { <Moment at/> }.into_any(),
        None => s.words.none.to_lowercase().into_any(),
    };
    view! {
        <Row>
            <Cell kind=CellKind::Name><a href=address>{move || item.with(|item| item.machine.name.clone())}</a></Cell>
            <Cell><ItemStatus item/></Cell>
            <Cell label=s.items.newest_point>{newest}</Cell>
            <Cell kind=CellKind::Number label=s.items.recovery_points>
                {move || s.count(item.with(|item| item.recovery_points))}
            </Cell>
        </Row>
    }
}

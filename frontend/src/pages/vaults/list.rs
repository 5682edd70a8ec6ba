//! The list of vaults.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::vault::{Vault, VaultState};

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::each::Each;
use crate::ui::empty::Empty;
use crate::ui::filter::{Filter, passes};
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::status::StatusShape;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};

use super::state::{RedundancyStatus, VaultStatus, item_states};

/// The list of vaults.
#[component]
pub(crate) fn VaultsPage() -> impl IntoView {
    let s = use_strings();
    let may = use_session().may(Permission::CreateVault);
    let vaults = load(|| (), &[Topic::Vaults, Topic::Items, Topic::Jobs], |()| api::vaults::all());
    let create = move || {
        may.then(|| {
            view! {
                <ButtonLink href=Route::CreateVault.path() kind=ButtonKind::Primary icon=IconName::Plus>
                    {s.vaults.create}
                </ButtonLink>
            }
        })
    };
    view! {
        <PageFrame>
            <PageHead title=s.vaults.title intro=s.vaults.intro>
                {create}
                <Button kind=ButtonKind::Quiet icon=IconName::Refresh on_press=move |()| vaults.refresh()>
                    {s.words.refresh}
                </Button>
            </PageHead>
            <Load from=vaults let:vaults>
                {
                    let is_empty = Memo::new(move |_| vaults.with(Vec::is_empty));
                    move || if is_empty.get() {
                        view! {
                            <Empty icon=IconName::Vault title=s.vaults.empty text=s.vaults.empty_text>{create()}</Empty>
                        }.into_any()
                    } else {
                        view! { <VaultTable vaults/> }.into_any()
                    }
                }
            </Load>
        </PageFrame>
    }
}

#[component]
fn VaultTable(
    /// All vaults.
    vaults: Signal<Vec<Vault>>,
) -> impl IntoView {
    let s = use_strings();
    let text = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let typed = text.get();
        let words = |vault: &Vault| format!("{} {} {}", vault.name, vault.location.name, vault.resource_group.name);
        vaults.with(|all| all.iter().filter(|vault| passes(&words(vault), &typed)).cloned().collect::<Vec<_>>())
    });
    let counts = move || (s.words.shown)(shown.with(Vec::len) as u64, vaults.with(Vec::len) as u64);
    let columns = vec![
        Column::name(s.words.name),
        Column::text(s.words.status),
        Column::text(s.items.title),
        Column::number(s.vaults.jobs_in_progress).leaves(2),
        Column::text(s.words.location).leaves(2),
        Column::text(s.words.resource_group).leaves(3),
        Column::text(s.vaults.redundancy).leaves(3),
        Column::number(s.vaults.usage),
        Column::actions(s.words.actions),
    ];
    view! {
        <div class="filters">
            <Filter label=s.words.filter_by_name text/>
            <span class="push" role="status">{counts}</span>
        </div>
        <div class="vault-list">
            <Table label=s.vaults.title columns>
                <Each entries=shown key=|vault| vault.id let:vault>
                    <VaultRow vault/>
                </Each>
            </Table>
        </div>
    }
}

#[component]
fn VaultRow(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let id = vault.with_untracked(|vault| vault.id);
    let name = move || vault.with(|vault| vault.name.clone());
    let is_ready = Memo::new(move |_| vault.with(|vault| vault.state == VaultState::Ready));
    let open = move || {
        is_ready.get().then(|| {
            view! {
                <ButtonLink href=Route::Vault(id).path()>
                    {s.vaults.open}
                    <span class="unseen">{name}</span>
                </ButtonLink>
            }
        })
    };
    view! {
        <Row>
            <Cell kind=CellKind::Name><a href=Route::Vault(id).path()>{name}</a></Cell>
            <Cell><VaultStatus vault/></Cell>
            <Cell label=s.items.title><ItemMarks vault/></Cell>
            <Cell kind=CellKind::Number label=s.vaults.jobs_in_progress leaves=2>
                <a href=Route::VaultJobs(id).with("status", "active")>
                    {move || s.count(vault.with(|vault| vault.jobs.in_progress))}
                </a>
            </Cell>
            <Cell label=s.words.location leaves=2>{move || vault.with(|vault| vault.location.name.clone())}</Cell>
            <Cell label=s.words.resource_group leaves=3>
                {move || vault.with(|vault| vault.resource_group.name.clone())}
            </Cell>
            <Cell label=s.vaults.redundancy leaves=3><RedundancyStatus vault/></Cell>
            <Cell kind=CellKind::Number label=s.vaults.usage>
                {move || s.bytes(vault.with(|vault| vault.usage.stored_bytes))}
            </Cell>
            <Cell kind=CellKind::Actions>{open}</Cell>
        </Row>
    }
}

/// How many items there are, and how many are in which state; each number leads to the list that makes it up.
#[component]
fn ItemMarks(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let id = vault.with_untracked(|vault| vault.id);
    let counts = Memo::new(move |_| vault.with(|vault| vault.items));
    let marks = move || {
        let counts = counts.get();
        let present = item_states(s).into_iter().map(move |state| ((state.count)(&counts), state));
        let mark = |(count, state): (u64, super::state::ItemsIn)| {
            view! {
                <a href=Route::VaultItems(id).with("health", state.health) title=state.word>
                    <StatusShape shape=state.shape/>
                    {s.count(count)}
                    <span class="unseen">{state.word}</span>
                </a>
            }
        };
        present.filter(|(count, _)| *count > 0).map(mark).collect_view()
    };
    view! {
        <span class="item-marks">
            <a class="total" href=Route::VaultItems(id).path()>{move || s.count(counts.get().total)}</a>
            {marks}
        </span>
    }
}

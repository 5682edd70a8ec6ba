//! The list of vaults: filters and an order that stand in the address.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::vault::{Vault, VaultState};

use crate::api::{self, Failure};
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::paging::{asked, load_pages, sort};
use crate::parts::list_filters::ParameterFilter;
use crate::parts::list_frame::{About, ListFrame};
use crate::parts::page_frame::PageFrame;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::list::ListColumn;
use crate::ui::page_head::PageHead;
use crate::ui::select::Entries;
use crate::ui::status::StatusShape;

use super::state::{RedundancyStatus, VaultStatus, item_states};

/// What the address may narrow the list by.
const NARROWED_BY: &[&str] = &["q", "location_id", "resource_group_id", "redundancy"];

/// The list of vaults.
#[component]
pub(crate) fn VaultsPage() -> impl IntoView {
    let s = use_strings();
    let may = use_session().may(Permission::CreateVault);
    let question = || asked(NARROWED_BY).maybe("sort", sort());
    let vaults = load_pages(question, &[Topic::Vaults, Topic::Items, Topic::Jobs], api::vaults::listed);
    let connects = use_session().may_everywhere(Permission::CreateVault);
    let create = move || {
        may.then(|| {
            view! {
                <ButtonLink href=Route::CreateVault.path() kind=ButtonKind::Primary icon=IconName::Plus>
                    {s.vaults.create}
                </ButtonLink>
                {connects.then(|| view! {
                    <ButtonLink href=Route::ConnectVault.path() icon=IconName::Vault>{s.connect.title}</ButtonLink>
                })}
            }
        })
    };
    let empty =
        move || view! { <Empty icon=IconName::Vault title=s.vaults.empty text=s.vaults.empty_text>{create()}</Empty> };
    view! {
        <PageFrame>
            <PageHead title=s.vaults.title intro=s.vaults.intro>
                {create}
                <Button kind=ButtonKind::Quiet icon=IconName::Refresh on_press=move |()| vaults.refresh()>
                    {s.words.refresh}
                </Button>
            </PageHead>
            <div class="vault-list">
                <ListFrame
                    about=about(s)
                    fetched=vaults.rows(|vault| vault.id.uuid(), vault_cells)
                    filters=|| view! { <PlaceFilters/> }
                    empty
                />
            </div>
        </PageFrame>
    }
}

fn about(s: &Strings) -> About {
    About {
        label: s.vaults.title,
        name: "vaults",
        columns: vec![
            ListColumn::name(s.words.name).sorts("name"),
            ListColumn::state(s.words.status),
            ListColumn::text(s.items.title).key("items"),
            ListColumn::number(s.vaults.jobs_in_progress).key("jobs").leaves(2),
            ListColumn::text(s.words.location).sorts("location").key("location").leaves(2),
            ListColumn::text(s.words.resource_group).sorts("resource_group").key("group").leaves(3),
            ListColumn::text(s.vaults.redundancy).key("redundancy").leaves(3),
            ListColumn::number(s.vaults.usage).key("usage"),
            ListColumn::actions(s.words.actions),
        ],
        first_sort: "name",
        narrowed_by: NARROWED_BY,
        looks_through: Some(s.words.filter_by_name),
    }
}

async fn places() -> Result<[Entries; 2], Failure> {
    let locations = api::locations::all().await?.into_iter().map(|location| (location.id.to_string(), location.name));
    let groups = api::resource_groups::all().await?.into_iter().map(|group| (group.id.to_string(), group.name));
    Ok([locations.collect(), groups.collect()])
}

#[component]
fn PlaceFilters() -> impl IntoView {
    let s = use_strings();
    let places = load(|| (), &[], |()| places());
    let entries = move |place: usize| {
        Signal::derive(move || {
            places.value().with(|places| places.as_ref().map(|places| places[place].clone())).unwrap_or_default()
        })
    };
    view! {
        <ParameterFilter name="location_id" label=s.words.location entries=entries(0)/>
        <ParameterFilter name="resource_group_id" label=s.words.resource_group entries=entries(1)/>
    }
}

/// The cells of a vault's row.
fn vault_cells(vault: Signal<Vault>) -> Vec<AnyView> {
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
    let jobs = view! {
        <a href=Route::VaultJobs(id).with("status", "active")>
            {move || s.count(vault.with(|vault| vault.jobs.in_progress))}
        </a>
    };
    vec![
        view! { <a href=Route::Vault(id).path()>{name}</a> }.into_any(),
        view! { <VaultStatus vault/> }.into_any(),
        view! { <ItemMarks vault/> }.into_any(),
        jobs.into_any(),
        (move || vault.with(|vault| vault.location.name.clone())).into_any(),
        (move || vault.with(|vault| vault.resource_group.name.clone())).into_any(),
        view! { <RedundancyStatus vault/> }.into_any(),
        (move || s.bytes(vault.with(|vault| vault.usage.stored_bytes))).into_any(),
        open.into_any(),
    ]
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

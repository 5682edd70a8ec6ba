//! The list of machines: filters and an order that stand in the address, a menu for each.

use std::collections::HashSet;

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;

use crate::api::{self, Failure, Query};
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::navigation;
use crate::paging::{asked, load_pages, sort};
use crate::parts::list_filters::ParameterFilter;
use crate::parts::list_frame::{About, ListFrame};
use crate::parts::page_frame::PageFrame;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::ButtonLink;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::list::{ListColumn, Ticked};
use crate::ui::page_head::PageHead;
use crate::ui::select::Entries;
use crate::ui::status::Shape;
use crate::ui::tabs::{Tab, Tabs};

use super::commands::{DiscoverButton, SampleButton};
use super::row::machine_cells;
use super::selected::SelectedMachines;

const PROTECTION: &str = "protection";
/// What the address may narrow the list by.
const NARROWED_BY: &[&str] = &["q", PROTECTION, "presence", "host_id", "location_id", "resource_group_id"];

/// The list of machines.
#[component]
pub(crate) fn MachinesPage() -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let sending = Sending::new();
    let question = || asked(NARROWED_BY).maybe("sort", sort());
    let machines = load_pages(question, &[Topic::Machines, Topic::Items], api::machines::listed);
    let commands = move || {
        session.may(Permission::ManageInventory).then(|| {
            view! {
                <DiscoverButton sending/>
                <ButtonLink href=Route::AddHost.path() icon=IconName::Plus>{s.hosts.add}</ButtonLink>
            }
        })
    };
    let ticked = session.may(Permission::EnableBackup).then(|| Ticked::new(HashSet::new()));
    let above = move || ticked.map(|ticked| view! { <SelectedMachines machines=machines.entries() ticked/> });
    view! {
        <PageFrame>
            <PageHead title=s.machines.title intro=s.machines.intro>{commands}</PageHead>
            <FailureBox failure=sending.failure()/>
            <div class="machine-list">
                <ListFrame
                    about=about(s)
                    fetched=machines.rows(|machine| machine.id.uuid(), move |machine| machine_cells(machine, ticked))
                    tabs=|| view! { <ProtectionTabs/> }
                    filters=|| view! { <PlaceFilters/> }
                    above
                    empty=move || view! { <Beginning sending/> }
                />
            </div>
        </PageFrame>
    }
}

fn about(s: &Strings) -> About {
    About {
        label: s.machines.title,
        name: "machines",
        columns: vec![
            ListColumn::name(s.words.name).sorts("name"),
            ListColumn::state(s.machines.protection).sorts("protection"),
            ListColumn::text(s.machines.presence).key("presence"),
            ListColumn::text(s.machines.host).sorts("host").key("host").leaves(2),
            ListColumn::text(s.words.location).sorts("location").key("location").leaves(3),
            ListColumn::text(s.words.resource_group).sorts("resource_group").key("group").leaves(3),
            ListColumn::text(s.machines.disks).key("disks").leaves(3),
            ListColumn::number(s.words.size).key("size"),
            ListColumn::actions(s.words.actions),
        ],
        first_sort: "name",
        narrowed_by: NARROWED_BY,
        looks_through: Some(s.machines.filter),
    }
}

/// No machine is known: what machines are, and what brings some.
#[component]
fn Beginning(
    /// The request that is under way.
    sending: Sending,
) -> impl IntoView {
    let s = use_strings();
    let ways = use_session().may(Permission::ManageInventory).then(|| {
        view! {
            <div class="ways-in">
                <SampleButton sending/>
                <ButtonLink href=Route::AddHost.path() icon=IconName::Plus>{s.hosts.add}</ButtonLink>
            </div>
        }
    });
    view! { <Empty icon=IconName::Vm title=s.machines.empty text=s.machines.empty_text>{ways}</Empty> }
}

/// How many machines the filters let through: all, those in no policy, and the others.
async fn counts(query: Query) -> Result<[u64; 3], Failure> {
    let all = api::machines::total(query.clone()).await?;
    let none = api::machines::total(query.with(PROTECTION, "none")).await?;
    Ok([all, none, all.saturating_sub(none)])
}

#[component]
fn ProtectionTabs() -> impl IntoView {
    let s = use_strings();
    let question = || asked(&["q", "presence", "host_id", "location_id", "resource_group_id"]);
    let counts = load(question, &[Topic::Machines, Topic::Items], counts);
    let count = move |place: usize| {
        counts.value().with(|counts| counts.map(|counts| s.count(counts[place]))).unwrap_or_default()
    };
    let chosen = Memo::new(|_| navigation::page().parameter(PROTECTION));
    let is_here = move |name: Option<&'static str>| Signal::derive(move || chosen.with(|own| own.as_deref() == name));
    let href = |name: Option<&'static str>| {
        move || {
            // Another filter changes where the tabs lead.
            let _ = navigation::page();
            navigation::with_parameter(PROTECTION, name)
        }
    };
    view! {
        <Tabs label=s.machines.protection>
            <Tab href=href(None) current=is_here(None) count=move || count(0)>{s.words.all}</Tab>
            <Tab href=href(Some("none")) current=is_here(Some("none")) shape=Shape::None count=move || count(1)>
                {s.machines.not_protected}
            </Tab>
            <Tab href=href(Some("protected")) current=is_here(Some("protected")) count=move || count(2)>
                {s.machines.protected}
            </Tab>
        </Tabs>
    }
}

/// Where machines stand: hosts, locations and resource groups.
type Places = [Entries; 3];

async fn places() -> Result<Places, Failure> {
    let hosts = api::hosts::all().await?.into_iter().map(|host| (host.id.to_string(), host.name));
    let locations = api::locations::all().await?.into_iter().map(|location| (location.id.to_string(), location.name));
    let groups = api::resource_groups::all().await?.into_iter().map(|group| (group.id.to_string(), group.name));
    Ok([hosts.collect(), locations.collect(), groups.collect()])
}

#[component]
fn PlaceFilters() -> impl IntoView {
    let s = use_strings();
    let places = load(|| (), &[Topic::Hosts], |()| places());
    let entries = move |place: usize| {
        Signal::derive(move || {
            places.value().with(|places| places.as_ref().map(|places| places[place].clone())).unwrap_or_default()
        })
    };
    view! {
        <ParameterFilter name="host_id" label=s.machines.host entries=entries(0)/>
        <ParameterFilter name="location_id" label=s.words.location entries=entries(1)/>
        <ParameterFilter name="resource_group_id" label=s.words.resource_group entries=entries(2)/>
    }
}

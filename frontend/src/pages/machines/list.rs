//! The list of machines, narrowed while someone types and by what the address says.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;

use crate::i18n::use_strings;
use crate::loading::load;
use crate::navigation;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::chips::ChipSelect;
use crate::ui::each::Each;
use crate::ui::empty::Empty;
use crate::ui::filter::{Filter, passes};
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::select::Entries;
use crate::ui::status::Shape;
use crate::ui::table::{Column, Table};
use crate::ui::tabs::{Tab, Tabs};

use super::commands::{DiscoverButton, SampleButton};
use super::line::{Inventory, Line, fetch};
use super::narrow::{LOCATION, Narrow};
use super::row::MachineRow;

/// The list of machines.
#[component]
pub(crate) fn MachinesPage() -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let sending = Sending::new();
    let inventory = load(|| (), &[Topic::Machines, Topic::Items], |()| fetch());
    let commands = move || {
        session.may(Permission::ManageInventory).then(|| {
            view! {
                <DiscoverButton sending/>
                <ButtonLink href=Route::AddHost.path() icon=IconName::Plus>{s.hosts.add}</ButtonLink>
            }
        })
    };
    view! {
        <PageFrame>
            <PageHead title=s.machines.title intro=s.machines.intro>{commands}</PageHead>
            <FailureBox failure=sending.failure()/>
            <Load from=inventory let:inventory>
                <Machines inventory sending/>
            </Load>
        </PageFrame>
    }
}

/// The list, or how to begin.
#[component]
fn Machines(
    /// All machines.
    inventory: Signal<Inventory>,
    /// The request that is under way.
    sending: Sending,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| inventory.with(|inventory| inventory.lines.is_empty()));
    move || {
        if is_empty.get() {
            view! { <Beginning sending/> }.into_any()
        } else {
            view! { <MachineList inventory/> }.into_any()
        }
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

#[component]
fn MachineList(
    /// All machines.
    inventory: Signal<Inventory>,
) -> impl IntoView {
    let s = use_strings();
    let text = RwSignal::new(String::new());
    let narrow = Memo::new(move |_| Narrow::read(&navigation::page()));
    let shown = Memo::new(move |_| {
        let (narrow, typed) = (narrow.get(), text.get());
        inventory.with(|all| {
            let wanted = |line: &&Line| narrow.lets_through(&line.machine) && passes(&words_of(line), &typed);
            all.lines.iter().filter(wanted).cloned().collect::<Vec<_>>()
        })
    });
    let columns = vec![
        Column::name(s.words.name),
        Column::text(s.machines.protection),
        Column::text(s.machines.presence),
        Column::text(s.machines.host).leaves(2),
        Column::text(s.words.location).leaves(3),
        Column::text(s.words.resource_group).leaves(3),
        Column::text(s.machines.disks).leaves(3),
        Column::number(s.words.size),
        Column::actions(s.words.actions),
    ];
    let is_none_shown = Memo::new(move |_| shown.with(Vec::is_empty));
    let clear = move |()| {
        text.set(String::new());
        navigation::go(&Route::Machines.path());
    };
    let nothing = move || {
        is_none_shown.get().then(|| {
            view! {
                <div class="nothing" role="status">
                    <p>{s.machines.nothing}</p>
                    <Button kind=ButtonKind::Plain on_press=clear>{s.machines.show_all}</Button>
                </div>
            }
        })
    };
    view! {
        <ProtectionTabs inventory narrow/>
        <MachineFilters inventory narrow text count=Signal::derive(move || shown.with(Vec::len))/>
        <div class="machine-list">
            <Table label=s.machines.title columns>
                <Each entries=shown key=|line| line.machine.id let:line>
                    <MachineRow line/>
                </Each>
            </Table>
        </div>
        {nothing}
        {move || inventory.with(|all| all.is_cut).then(|| view! { <p class="fine quiet">{s.machines.cut}</p> })}
    }
}

/// What the filter looks through.
fn words_of(line: &Line) -> String {
    let machine = &line.machine;
    format!("{} {} {} {}", machine.name, machine.host.name, machine.location.name, machine.resource_group.name)
}

#[component]
fn ProtectionTabs(
    /// All machines.
    inventory: Signal<Inventory>,
    /// What the list is narrowed to.
    narrow: Memo<Narrow>,
) -> impl IntoView {
    let s = use_strings();
    let other = move |is_protected| Narrow { is_protected, ..narrow.get() };
    let count = move |is_protected| {
        let narrow = other(is_protected);
        inventory.with(|all| s.count(all.lines.iter().filter(|line| narrow.lets_through(&line.machine)).count() as u64))
    };
    let is_here = move |wanted| Signal::derive(move || narrow.get().is_protected == wanted);
    view! {
        <Tabs label=s.machines.protection>
            <Tab href=move || other(None).address() current=is_here(None) count=move || count(None)>
                {s.words.all}
            </Tab>
            <Tab
                href=move || other(Some(false)).address()
                current=is_here(Some(false))
                shape=Shape::None
                count=move || count(Some(false))
            >
                {s.machines.not_protected}
            </Tab>
            <Tab href=move || other(Some(true)).address() current=is_here(Some(true)) count=move || count(Some(true))>
                {s.machines.protected}
            </Tab>
        </Tabs>
    }
}

#[component]
fn MachineFilters(
    /// All machines.
    inventory: Signal<Inventory>,
    /// What the list is narrowed to.
    narrow: Memo<Narrow>,
    /// What is typed.
    text: RwSignal<String>,
    /// How many are shown.
    count: Signal<usize>,
) -> impl IntoView {
    let s = use_strings();
    let locations = Signal::derive(move || {
        let mut entries: Entries = inventory.with(|all| {
            let location = |line: &Line| (line.machine.location.id.to_string(), line.machine.location.name.clone());
            all.lines.iter().map(location).collect()
        });
        entries.sort_by(|a, b| a.1.cmp(&b.1));
        entries.dedup();
        entries.insert(0, (String::new(), s.words.all.to_lowercase()));
        entries
    });
    let chosen = Signal::derive(move || narrow.get().location.map(|id| id.to_string()).unwrap_or_default());
    let choose = |key: String| navigation::set_parameter(LOCATION, (!key.is_empty()).then_some(key.as_str()));
    let total = move || inventory.with(|all| all.lines.len());
    view! {
        <div class="filters machine-filters">
            <Filter label=s.machines.filter text/>
            <ChipSelect label=s.words.location entries=locations chosen on_choose=choose/>
            <span class="push" role="status">{move || (s.words.shown)(count.get() as u64, total() as u64)}</span>
        </div>
    }
}

//! A machine: where it is, whether it is protected, its disks.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::id::MachineId;
use shared::machine::{Disk, Machine};

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::crumbs::Crumbs;
use crate::ui::each::Each;
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::region::Region;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};

use super::menu::MachineMenu;
use super::state::{PresenceStatus, ProtectionStatus};

/// A machine.
#[component]
pub(crate) fn MachinePage(
    /// Which one.
    id: MachineId,
) -> impl IntoView {
    let s = use_strings();
    let machine = load(move || id, &[Topic::Machines, Topic::Items], api::machines::get);
    view! {
        <MachineMenu id/>
        <PageFrame>
            <Crumbs above=vec![(s.machines.title.into(), Route::Machines.path())]/>
            <Load from=machine let:machine>
                <MachineOverview machine/>
            </Load>
        </PageFrame>
    }
}

#[component]
fn MachineOverview(
    /// The machine.
    machine: Signal<Machine>,
) -> impl IntoView {
    let s = use_strings();
    let text = move |of: fn(&Machine) -> &String| move || machine.with(|machine| of(machine).clone());
    let size = move || {
        let (disks, bytes) = machine.with(|machine| (machine.disks.len() as u64, machine.size_bytes()));
        format!("{}, {}", (s.words.disks)(disks), s.bytes(bytes))
    };
    let vault = move || {
        let vault = machine.with(|machine| machine.protection.as_ref().map(|protection| protection.vault.clone()));
        vault.map(|vault| {
            view! {
                <div>
                    <dt>{s.vaults.vault}</dt>
                    <dd><a href=Route::Vault(vault.id).path()>{vault.name}</a></dd>
                </div>
            }
        })
    };
    view! {
        <PageHead title=text(|machine| &machine.name)><MachineActions machine/></PageHead>
        <dl class="summary essentials">
            <div><dt>{s.machines.protection}</dt><dd><ProtectionStatus machine/></dd></div>
            {vault}
            <div><dt>{s.machines.presence}</dt><dd><PresenceStatus machine/></dd></div>
            <div><dt>{s.machines.host}</dt><dd>{text(|machine| &machine.host.name)}</dd></div>
            <div><dt>{s.words.location}</dt><dd>{text(|machine| &machine.location.name)}</dd></div>
            <div><dt>{s.words.resource_group}</dt><dd>{text(|machine| &machine.resource_group.name)}</dd></div>
            <div><dt>{s.machines.disks}</dt><dd>{size}</dd></div>
        </dl>
        <Region title=s.machines.disks><Disks machine/></Region>
    }
}

/// What can be done with the machine.
#[component]
fn MachineActions(
    /// The machine.
    machine: Signal<Machine>,
) -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let id = machine.with_untracked(|machine| machine.id);
    let item = Memo::new(move |_| machine.with(|machine| machine.protection.as_ref().map(|it| it.item_id)));
    move || match item.get() {
        Some(item) => view! {
            {session.may(Permission::BackupNow).then(|| view! {
                <ButtonLink href=Route::BackupNow(item).path() kind=ButtonKind::Primary icon=IconName::Now>
                    {s.items.backup_now}
                </ButtonLink>
            })}
            <ButtonLink href=Route::Item(item).path()>{s.machines.open_item}</ButtonLink>
        }
        .into_any(),
        None => session
            .may(Permission::EnableBackup)
            .then(|| {
                view! {
                    <ButtonLink href=Route::MachineBackup(id).path() kind=ButtonKind::Primary icon=IconName::Verify>
                        {s.machines.enable_backup}
                    </ButtonLink>
                }
            })
            .into_any(),
    }
}

#[component]
fn Disks(
    /// The machine.
    machine: Signal<Machine>,
) -> impl IntoView {
    let s = use_strings();
    let disks = Memo::new(move |_| machine.with(|machine| machine.disks.clone()));
    let columns = vec![
        Column::name(s.words.name),
        Column::text(s.machines.format),
        Column::number(s.words.size),
        Column::number(s.machines.allocated),
    ];
    view! {
        <Table label=s.machines.disks columns>
            <Each entries=disks key=|disk: &Disk| disk.name.clone() let:disk>
                <Row>
                    <Cell kind=CellKind::Name>{move || disk.with(|disk| disk.name.clone())}</Cell>
                    <Cell label=s.machines.format>{move || disk.with(|disk| disk.format.extension())}</Cell>
                    <Cell kind=CellKind::Number label=s.words.size>
                        {move || s.bytes(disk.with(|disk| disk.size_bytes))}
                    </Cell>
                    <Cell kind=CellKind::Number label=s.machines.allocated>
                        {move || s.bytes(disk.with(|disk| disk.allocated_bytes))}
                    </Cell>
                </Row>
            </Each>
        </Table>
    }
}

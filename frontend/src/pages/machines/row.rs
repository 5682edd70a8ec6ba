//! A machine of the list, with its menu.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::machine::Machine;

use crate::i18n::use_strings;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::icon::IconName;
use crate::ui::menu::{Menu, MenuLink};
use crate::ui::table::{Cell, CellKind, Row};

use super::line::Line;
use super::state::{PresenceStatus, ProtectionStatus};

/// A machine of the list.
#[component]
pub(super) fn MachineRow(
    /// The machine and its item.
    line: Signal<Line>,
) -> impl IntoView {
    let s = use_strings();
    let machine = Signal::derive(move || line.with(|line| line.machine.clone()));
    let item = Signal::derive(move || line.with(|line| line.item.clone()));
    let id = machine.with_untracked(|machine| machine.id);
    let text = move |of: fn(&Machine) -> &String| move || machine.with(|machine| of(machine).clone());
    let disks = move || machine.with(|machine| (s.words.disks)(machine.disks.len() as u64));
    let size = move || machine.with(|machine| s.bytes(machine.size_bytes()));
    view! {
        <Row>
            <Cell kind=CellKind::Name><a href=Route::Machine(id).path()>{text(|machine| &machine.name)}</a></Cell>
            <Cell label=s.machines.protection><ProtectionStatus machine item/></Cell>
            <Cell label=s.machines.presence><PresenceStatus machine/></Cell>
            <Cell label=s.machines.host leaves=2>{text(|machine| &machine.host.name)}</Cell>
            <Cell label=s.words.location leaves=3>{text(|machine| &machine.location.name)}</Cell>
            <Cell label=s.words.resource_group leaves=3>{text(|machine| &machine.resource_group.name)}</Cell>
            <Cell label=s.machines.disks leaves=3>{disks}</Cell>
            <Cell kind=CellKind::Number label=s.words.size>{size}</Cell>
            <Cell kind=CellKind::Actions><MachineCommands machine/></Cell>
        </Row>
    }
}

/// The menu of a row.
#[component]
fn MachineCommands(
    /// The machine.
    machine: Signal<Machine>,
) -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let id = machine.with_untracked(|machine| machine.id);
    let item = Memo::new(move |_| machine.with(|machine| machine.protection.as_ref().map(|it| it.item_id)));
    let own = move || match item.get() {
        Some(item) => view! {
            {session.may(Permission::BackupNow).then(|| view! {
                <MenuLink href=Route::BackupNow(item).path() icon=IconName::Now>{s.items.backup_now}</MenuLink>
            })}
            <MenuLink href=Route::Item(item).path() icon=IconName::Items>{s.machines.open_item}</MenuLink>
        }
        .into_any(),
        None => session
            .may(Permission::EnableBackup)
            .then(|| {
                view! {
                    <MenuLink href=Route::MachineBackup(id).path() icon=IconName::Verify>
                        {s.machines.enable_backup}
                    </MenuLink>
                }
            })
            .into_any(),
    };
    view! {
        <Menu label=move || (s.words.more_actions)(&machine.with(|machine| machine.name.clone()))>
            <MenuLink href=Route::Machine(id).path() icon=IconName::Open>{s.machines.open}</MenuLink>
            {own}
        </Menu>
    }
}

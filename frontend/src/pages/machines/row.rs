//! A machine of the list, cell by cell, with its menu.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::machine::Machine;

use crate::i18n::use_strings;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::icon::IconName;
use crate::ui::list::{TickBox, Ticked};
use crate::ui::menu::{Menu, MenuLink};

use super::state::{PresenceStatus, ProtectionStatus};

/// The cells of a machine's row.
pub(super) fn machine_cells(machine: Signal<Machine>, ticked: Option<Ticked>) -> Vec<AnyView> {
    let s = use_strings();
    let id = machine.with_untracked(|machine| machine.id);
    let text = move |of: fn(&Machine) -> &String| move || machine.with(|machine| of(machine).clone());
    let disks = move || machine.with(|machine| (s.words.disks)(machine.disks.len() as u64));
    let size = move || machine.with(|machine| s.bytes(machine.size_bytes()));
    let tick = ticked.map(|ticked| {
        let label = move || (s.words.select)(&machine.with(|machine| machine.name.clone()));
        view! { <TickBox key=id.uuid() label ticked/> }
    });
    vec![
        view! { {tick}<a href=Route::Machine(id).path()>{text(|machine| &machine.name)}</a> }.into_any(),
        view! { <ProtectionStatus machine/> }.into_any(),
        view! { <PresenceStatus machine/> }.into_any(),
        text(|machine| &machine.host.name).into_any(),
        text(|machine| &machine.location.name).into_any(),
        text(|machine| &machine.resource_group.name).into_any(),
        disks.into_any(),
        size.into_any(),
        view! { <MachineCommands machine/> }.into_any(),
    ]
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

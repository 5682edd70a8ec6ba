//! A machine's own menu: what it is, and its operations.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::MachineId;

use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::sub_menu::{SubMenu, SubMenuLink};
use crate::routes::Route;
use crate::{api, navigation};

/// A machine's own menu. Once the machine is protected, Backup leads to its item.
#[component]
pub(super) fn MachineMenu(
    /// The machine.
    id: MachineId,
) -> impl IntoView {
    let s = use_strings();
    let machine = load(move || id, &[Topic::Machines], api::machines::get).value();
    let name = Signal::derive(move || machine.get().map(|machine| machine.name).unwrap_or_default());
    let item = move || machine.get().and_then(|machine| machine.protection).map(|protection| protection.item_id);
    let backup = move || item().map_or(Route::MachineBackup(id), Route::Item).path();
    let here = |own: Route| Signal::derive(move || navigation::page().route == Some(own));
    view! {
        <SubMenu name what=s.machines.machine>
            <SubMenuLink href=Route::Machine(id).path() current=here(Route::Machine(id))>{s.shell.overview}</SubMenuLink>
            <h2 class="nav-heading">{s.machines.operations}</h2>
            <SubMenuLink href=backup current=here(Route::MachineBackup(id))>{s.machines.backup}</SubMenuLink>
        </SubMenu>
    }
}

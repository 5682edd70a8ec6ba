//! An item as a row of a list, with its menu.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::item::Item;

use super::health::ItemHealth;
use super::keys;
use crate::i18n::use_strings;
use crate::parts::days::LastDaysSmall;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::icon::IconName;
use crate::ui::list::{TickBox, Ticked};
use crate::ui::menu::{Menu, MenuLink};
use crate::ui::moment::Moment;

/// The cells of an item's row.
pub(super) fn item_cells(item: Signal<Item>, with_vault: bool, ticked: Option<Ticked>) -> Vec<AnyView> {
    let s = use_strings();
    let id = item.with_untracked(|item| item.id);
    let name = move || item.with(|item| item.machine.name.clone());
    let newest = Memo::new(move |_| item.with(|item| item.newest_point_at));
    let size = move || item.with(|item| item.disks.iter().map(|disk| disk.size_bytes).sum::<u64>());
    let point = move || match newest.get() {
        Some(at) => view! { <Moment at=Signal::stored(at)/> }.into_any(),
        None => view! { <span class="quiet">{s.items.none_yet}</span> }.into_any(),
    };
    let last_days = Memo::new(move |_| item.with(|item| item.last_days.clone()));
    let policy = move || {
        item.with(
            |item| view! { <a class="plain" href=Route::Policy(item.policy.id).path()>{item.policy.name.clone()}</a> },
        )
    };
    let vault = move || {
        item.with(
            |item| view! { <a class="plain" href=Route::Vault(item.vault.id).path()>{item.vault.name.clone()}</a> },
        )
    };
    let tick = ticked.map(|ticked| {
        let label = move || (s.words.select)(&item.with(|item| item.machine.name.clone()));
        view! { <TickBox key=id.uuid() label ticked/> }
    });
    let mut cells = vec![
        view! { {tick}<a href=Route::Item(id).path()>{name}</a> }.into_any(),
        view! { <ItemHealth item/> }.into_any(),
        point.into_any(),
        view! { <LastDaysSmall days=last_days.into()/> }.into_any(),
        policy.into_any(),
    ];
    if with_vault {
        cells.push(vault.into_any());
    }
    cells.extend([(move || s.bytes(size())).into_any(), view! { <ItemMenu item/> }.into_any()]);
    cells
}

/// The commands of an item.
#[component]
fn ItemMenu(
    /// The item.
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let id = item.with_untracked(|item| item.id);
    let backup = untrack(move || session.may(Permission::BackupNow)).then(|| {
        view! {
            <MenuLink href=Route::BackupNow(id).path() icon=IconName::Now>
                {s.items.backup_now} <kbd data-key=keys::BACKUP_NOW>"B"</kbd>
            </MenuLink>
        }
    });
    let restore = untrack(move || session.may(Permission::Restore)).then(|| {
        view! {
            <MenuLink href=Route::Restore(id).path() icon=IconName::Restore>
                {s.restore.command} <kbd data-key=keys::RESTORE>"R"</kbd>
            </MenuLink>
        }
    });
    view! {
        <Menu label=move || (s.words.more_actions)(&item.with(|item| item.machine.name.clone()))>
            <MenuLink href=Route::Item(id).path() icon=IconName::Open>{s.items.open} <kbd>"↵"</kbd></MenuLink>
            {backup}
            {restore}
        </Menu>
    }
}

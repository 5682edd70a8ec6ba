//! Operations → Backup of a machine: the form that enables it, or the way to its item once it is protected.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::id::MachineId;
use shared::machine::{Machine, MachineProtection, Presence};
use shared::problem::Code;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::crumbs::Crumbs;
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::say::Say;
use crate::ui::status::Shape;

use super::enable::EnableBackupForm;
use super::menu::MachineMenu;

/// Operations → Backup of a machine.
#[component]
pub(crate) fn MachineBackupPage(
    /// Which machine.
    id: MachineId,
) -> impl IntoView {
    let machine = load(move || id, &[Topic::Machines], api::machines::get);
    view! {
        <MachineMenu id/>
        <PageFrame>
            <Load from=machine let:machine>
                <BackupOf machine/>
            </Load>
        </PageFrame>
    }
}

#[component]
fn BackupOf(
    /// The machine.
    machine: Signal<Machine>,
) -> impl IntoView {
    let s = use_strings();
    let may = use_session().may(Permission::EnableBackup);
    let name = move || machine.with(|machine| machine.name.clone());
    let id = machine.with_untracked(|machine| machine.id);
    let protection = Memo::new(move |_| machine.with(|machine| machine.protection.clone()));
    let is_protected = Memo::new(move |_| protection.with(Option::is_some));
    let title = move || if is_protected.get() { s.machines.backup } else { s.machines.enable_backup };
    let content = move || match (protection.get_untracked(), is_protected.get()) {
        (Some(protection), true) => view! { <Protected protection/> }.into_any(),
        _ if !may => view! {
            <Say
                shape=Shape::None
                title=(s.problems.title)(Code::Forbidden)
                text=(s.problems.next_step)(Code::Forbidden)
            />
        }
        .into_any(),
        _ => view! {
            <PresenceNote machine/>
            <EnableBackupForm machine/>
        }
        .into_any(),
    };
    view! {
        <Crumbs above=vec![(s.machines.title.into(), Route::Machines.path()), (name.into(), Route::Machine(id).path())]/>
        <PageHead title intro=name/>
        {content}
    }
}

/// The machine is protected: its item has everything about it.
#[component]
fn Protected(
    /// By what.
    protection: MachineProtection,
) -> impl IntoView {
    let s = use_strings();
    let item = protection.item_id;
    view! {
        <Say
            shape=Shape::NotDue
            title=(s.machines.protected_by)(&protection.vault.name)
            text=s.machines.protected_text
        >
            <ButtonLink href=Route::Item(item).path() kind=ButtonKind::Primary>{s.machines.open_item}</ButtonLink>
            {use_session().may(Permission::BackupNow).then(|| view! {
                <ButtonLink href=Route::BackupNow(item).path() icon=IconName::Now>{s.items.backup_now}</ButtonLink>
            })}
        </Say>
    }
}

/// Says why a backup would fail at the moment.
#[component]
fn PresenceNote(
    /// The machine.
    machine: Signal<Machine>,
) -> impl IntoView {
    let s = use_strings();
    let presence = Memo::new(move |_| machine.with(|machine| machine.presence.clone()));
    move || match presence.get() {
        Presence::Present => None,
        Presence::Missing { since } => Some(view! {
            <Say
                shape=Shape::Warning
                title=format!("{} {}", s.machines.missing, (s.machines.since)(&s.moment(since)))
                text=s.machines.missing_text
            />
        }),
        Presence::Unusable { code } => Some(view! {
            <Say
                shape=Shape::Failed
                title=format!("{}: {}", s.machines.unusable, (s.problems.title)(code))
                text=(s.problems.next_step)(code)
            />
        }),
    }
}

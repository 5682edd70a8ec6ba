//! An item: how it is and why, the evidence, what runs, its points.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::id::ItemId;
use shared::item::{Item, ProtectionState};
use shared::recovery_point::RecoveryPoint;

use super::active_job::ActiveJob;
use super::evidence::Evidence;
use super::last_days::LastDays;
use super::points::Points;
use super::standing::Standing;
use super::summary::Summary;
use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::ButtonLink;
use crate::ui::crumbs::Crumbs;
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;

/// An item.
#[component]
pub(crate) fn ItemPage(
    /// Which one.
    id: ItemId,
) -> impl IntoView {
    let item = load(move || id, &[Topic::Items], api::items::get);
    let newest = load(move || id, &[Topic::RecoveryPoints, Topic::Items], api::recovery_points::newest).value();
    let newest = Signal::derive(move || newest.get().flatten());
    view! {
        <PageFrame>
            <Load from=item let:item><Shown item newest/></Load>
        </PageFrame>
    }
}

#[component]
fn Shown(
    /// The item.
    item: Signal<Item>,
    /// Its newest point.
    newest: Signal<Option<RecoveryPoint>>,
) -> impl IntoView {
    let s = use_strings();
    let active = Memo::new(move |_| item.with(|item| item.active_job));
    view! {
        <Head item/>
        <Standing item/>
        <Evidence item newest/>
        {move || active.get().map(|job| view! { <ActiveJob job/> })}
        <Summary item/>
        <LastDays item/>
        <Points item/>
        <p class="unseen" role="status">
            {move || active.get().map(|_| s.items.running)}
        </p>
    }
}

#[component]
fn Head(
    /// The item.
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let (id, vault) = item.with_untracked(|item| (item.id, item.vault.clone()));
    let above = vec![
        (vault.name.into(), Route::Vault(vault.id).path()),
        (s.items.title.into(), Route::VaultItems(vault.id).path()),
    ];
    let is_stopped = Memo::new(move |_| item.with(|item| item.state == ProtectionState::ProtectionStopped));
    let word = move || if is_stopped.get() { s.resume.resume } else { s.items.backup_now };
    let backup = untrack(move || session.may(Permission::BackupNow))
        .then(|| view! { <ButtonLink href=Route::BackupNow(id).path() icon=IconName::Now>{word}</ButtonLink> });
    let restore = untrack(move || session.may(Permission::Restore)).then(|| {
        view! { <ButtonLink href=Route::Restore(id).path() icon=IconName::Restore>{s.restore.restore}</ButtonLink> }
    });
    view! {
        <Crumbs above/>
        <PageHead title=move || item.with(|item| item.machine.name.clone())>
            {backup}
            {restore}
        </PageHead>
    }
}

//! The page of a vault's maintenance.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::VaultId;
use shared::job::{Job, JobStatus};
use shared::maintenance::Maintenance;

use super::prunes::Prunes;
use super::verifications::Verifications;
use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::job::JobRow;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::vault_menu::{VaultCrumbs, VaultMenu};
use crate::routes::Route;
use crate::ui::page_head::PageHead;
use crate::ui::region::Region;
use crate::ui::say::Say;
use crate::ui::status::Shape;

/// A vault's maintenance.
#[component]
pub(crate) fn VaultMaintenancePage(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let loaded = load(move || id, &[Topic::Vaults, Topic::Jobs], api::maintenance::of_vault);
    view! {
        <VaultMenu id/>
        <PageFrame>
            <VaultCrumbs id/>
            <PageHead title=s.maintenance.title intro=s.maintenance.intro/>
            <Load from=loaded let:maintenance>
                <Damaged id maintenance/>
                <Active maintenance/>
                <Verifications id maintenance/>
                <Prunes id maintenance/>
            </Load>
        </PageFrame>
    }
}

/// That points are damaged, and what to do.
#[component]
fn Damaged(
    /// The vault.
    id: VaultId,
    /// How it is looked after.
    maintenance: Signal<Maintenance>,
) -> impl IntoView {
    let s = use_strings();
    let points = Memo::new(move |_| maintenance.with(|it| it.damaged_points));
    let items = Route::VaultItems(id).with("health", "Damaged");
    move || {
        let (points, items) = (points.get(), items.clone());
        (points > 0).then(|| {
            view! {
                <Say shape=Shape::Failed title=(s.maintenance.points_hurt)(points) text=s.maintenance.hurt_text>
                    <a href=items>{s.maintenance.show_items}</a>
                </Say>
            }
        })
    }
}

/// The job that is under way.
#[component]
fn Active(
    /// How the vault is looked after.
    maintenance: Signal<Maintenance>,
) -> impl IntoView {
    let s = use_strings();
    let active = Memo::new(move |_| maintenance.with(|it| it.active_job.clone()));
    let id = Memo::new(move |_| active.with(|job| job.as_ref().map(|job| job.id)));
    let shown = move |first: Job| {
        let job = Memo::new(move |_| active.get().unwrap_or_else(|| first.clone()));
        view! {
            <Region title=(s.jobs.status)(JobStatus::InProgress)>
                <ul class="jobs"><JobRow job/></ul>
            </Region>
        }
    };
    move || id.get().and_then(|_| active.get_untracked()).map(shown)
}

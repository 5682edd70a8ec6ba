//! The facts of a job.

use leptos::prelude::*;
use shared::downgrade::Downgrade;
use shared::job::Job;

use crate::i18n::use_strings;
use crate::routes::Route;
use crate::ui::copy::CopyButton;
use crate::ui::moment::Moment;
use crate::ui::region::Region;
use crate::ui::status::{Shape, Status};

/// The facts of a job.
#[component]
pub(super) fn About(
    /// The job.
    job: Signal<Job>,
) -> impl IntoView {
    let s = use_strings();
    let (id, kind, created_at) = job.with_untracked(|job| (job.id.to_string(), job.kind, job.created_at));
    let (item, by, subject) = job.with_untracked(|job| (job.item_id, job.created_by.clone(), job.subject.clone()));
    let vault = Memo::new(move |_| job.with(|job| job.vault.clone()));
    let target = Memo::new(move |_| job.with(|job| job.target.clone()));
    let attempt = Memo::new(move |_| job.with(|job| job.attempt));
    let vault = move || {
        vault.get().map(|vault| {
            view! { <dt>{s.jobs.vault}</dt><dd><a href=Route::Vault(vault.id).path()>{vault.name}</a></dd> }
        })
    };
    let downgrades = job.with_untracked(|job| job.downgrades.clone()).into_iter().map(|downgrade| {
        let Downgrade::NotReplicated { why } = downgrade;
        view! { <dt>{s.vaults.redundancy}</dt><dd><Status shape=Shape::Warning word=(s.vaults.replication)(why)/></dd> }
    });
    let downgrades = downgrades.collect_view();
    let item = item.map(|item| {
        view! { <dt>{s.jobs.item}</dt><dd><a href=Route::Item(item).path()>{subject}</a></dd> }
    });
    let target = move || {
        target.get().map(|target| {
            view! {
                <dt>{s.jobs.target}</dt>
                <dd class="copyable"><code>{target.clone()}</code> <CopyButton text=Signal::stored(target)/></dd>
            }
        })
    };
    let attempt = move || {
        Some(attempt.get()).filter(|attempt| *attempt > 1).map(|attempt| {
            view! {
                <dt>{s.jobs.attempt}</dt>
                <dd>{s.count(attempt.into())} <span class="fine">{s.jobs.attempt_text}</span></dd>
            }
        })
    };
    view! {
        <Region title=s.jobs.about>
            <dl class="facts">
                <dt>{s.jobs.kind_label}</dt>
                <dd>{(s.jobs.kind)(kind)}</dd>
                {item}
                {vault}
                {downgrades}
                {target}
                <dt>{s.jobs.started_by}</dt>
                <dd>{by}</dd>
                <dt>{s.jobs.accepted}</dt>
                <dd>{s.moment(created_at)} <span class="fine"><Moment at=Signal::stored(created_at)/></span></dd>
                {attempt}
                <dt>{s.jobs.id}</dt>
                <dd><code>{id}</code></dd>
            </dl>
        </Region>
    }
}

//! The overview: the verdict first, worst wins, and below it what it is made of.

mod in_progress;
mod last_days;
mod marks;
mod storage;
mod verdict;
mod ways;

use leptos::prelude::*;
use shared::event::Topic;
use shared::overview::Overview;

use crate::api;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::shell::NewerVersion;

use in_progress::InProgress;
use last_days::LastDays;
use marks::Marks;
use storage::Storage;
use verdict::VerdictHead;
use ways::Ways;

const TOPICS: &[Topic] = &[Topic::Hosts, Topic::Items, Topic::Jobs, Topic::Machines, Topic::Vaults];

/// The overview.
#[component]
pub(crate) fn OverviewPage() -> impl IntoView {
    let overview = load(|| (), TOPICS, |()| api::overview::get());
    view! {
        <PageFrame>
            <NewerVersion/>
            <Load from=overview let:overview>
                <Content overview/>
            </Load>
        </PageFrame>
    }
}

/// What a server without machines or vaults leaves out: there is nothing to show yet, and ways to begin instead.
#[component]
fn Content(
    /// Everything that the overview shows.
    overview: Signal<Overview>,
) -> impl IntoView {
    let has_machines = Memo::new(move |_| overview.with(|it| it.counts.all() > 0));
    let has_vaults = Memo::new(move |_| overview.with(|it| !it.vaults.is_empty()));
    let has_jobs = Memo::new(move |_| overview.with(|it| !it.active_jobs.is_empty()));
    view! {
        <VerdictHead overview/>
        {move || has_machines.get().then(|| view! { <Marks overview/> })}
        {move || (!has_machines.get() || !has_vaults.get()).then(|| view! {
            <Ways without_machines=!has_machines.get() without_vaults=!has_vaults.get()/>
        })}
        {move || (has_vaults.get() || has_jobs.get()).then(|| {
            let history = load(|| None, &[Topic::Items, Topic::Vaults], api::overview::history).value();
            view! {
                <div class="cols">
                    <div>
                        <InProgress overview/>
                        {move || has_vaults.get().then(|| view! { <LastDays history/> })}
                    </div>
                    <Storage overview history/>
                </div>
            }
        })}
    }
}

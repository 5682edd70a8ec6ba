//! The tiles of a vault's dashboard: items, jobs, usage, policies.

use chrono::TimeDelta;
use leptos::prelude::*;
use shared::event::Topic;
use shared::history::History;
use shared::job::JobStatus;
use shared::policy::Policy;
use shared::vault::Vault;

use crate::api::{self, Query};
use crate::clock;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::days::{Days, of_vaults};
use crate::parts::job::JobRow;
use crate::parts::policy::schedule_words;
use crate::routes::Route;
use crate::ui::each::Each;
use crate::ui::status::{Shape, Status};

use super::last_jobs::LastJobs;
use super::state::item_states;
use super::usage::UsageTile;

/// The tiles.
#[component]
pub(super) fn Tiles(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let id = vault.with_untracked(|vault| vault.id);
    let history = load(move || Some(id), &[Topic::Items, Topic::Vaults], api::overview::history).value();
    view! {
        <div class="tiles">
            <ItemsTile vault/>
            <JobsTile vault/>
            <UsageTile vault history/>
            <PoliciesTile vault/>
            <DaysTile history/>
        </div>
    }
}

/// The last thirty days of the vault.
#[component]
fn DaysTile(
    /// What they are taken from.
    history: Signal<Option<History>>,
) -> impl IntoView {
    let s = use_strings();
    let chart = Memo::new(move |_| history.with(|history| history.as_ref().map(|it| of_vaults(s, it))));
    let is_there = Memo::new(move |_| chart.with(Option::is_some));
    view! {
        <section class="tile whole">
            <header><h2>{s.history.title}</h2><span class="fine quiet">{s.history.worst}</span></header>
            {move || is_there.get().then(|| {
                view! { <Days chart=Signal::derive(move || chart.get().unwrap_or_default())/> }
            })}
        </section>
    }
}

/// How many items there are, and how many in which state (C-092).
#[component]
fn ItemsTile(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let id = vault.with_untracked(|vault| vault.id);
    let counts = Memo::new(move |_| vault.with(|vault| vault.items));
    let rows = item_states(s).map(|state| {
        let count = state.count;
        let shape = state.shape;
        // A state that nobody is in is no alarm.
        let shape = Signal::derive(move || if count(&counts.get()) == 0 { Shape::NotDue } else { shape });
        view! {
            <li>
                <a href=Route::VaultItems(id).with("health", state.health)>
                    <Status shape word=state.word/>
                    <b>{move || s.count(count(&counts.get()))}</b>
                </a>
            </li>
        }
    });
    view! {
        <section class="tile">
            <header><h2><a href=Route::VaultItems(id).path()>{s.items.title}</a></h2></header>
            <a class="big" href=Route::VaultItems(id).path()>{move || s.count(counts.get().total)}</a>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
}

/// How many jobs run, failed and completed (C-097), and those that run.
#[component]
fn JobsTile(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let id = vault.with_untracked(|vault| vault.id);
    let counts = Memo::new(move |_| vault.with(|vault| vault.jobs));
    let active = load(move || id, &[Topic::Jobs], api::jobs::active).value();
    let jobs = Memo::new(move |_| active.get().unwrap_or_default());
    let jobs_page = Route::VaultJobs(id).path();
    let recent = move |status: &'static str| {
        let address = Route::VaultJobs(id).path();
        move || {
            let query =
                Query::new().with("status", status).with("since", clock::iso(clock::tick() - TimeDelta::hours(24)));
            format!("{address}{query}")
        }
    };
    let is_idle = Memo::new(move |_| jobs.with(Vec::is_empty));
    let count = move |of: fn(&shared::vault::JobCounts) -> u64| move || s.count(of(&counts.get()));
    let failed = Signal::derive(move || if counts.get().failed_24h > 0 { Shape::Failed } else { Shape::NotDue });
    let running = Signal::derive(move || if counts.get().in_progress > 0 { Shape::Running } else { Shape::NotDue });
    view! {
        <section class="tile wide">
            <header><h2><a href=jobs_page>{s.jobs.title}</a></h2></header>
            <div class="trio">
                <a href=Route::VaultJobs(id).with("status", "active")>
                    <span class="big">{count(|it| it.in_progress)}</span>
                    <Status shape=running word=(s.jobs.status)(JobStatus::InProgress)/>
                </a>
                <a href=recent("Failed")>
                    <span class="big">{count(|it| it.failed_24h)}</span>
                    <Status shape=failed word=s.jobs.failed_24h/>
                </a>
                <a href=recent("Completed")>
                    <span class="big">{count(|it| it.completed_24h)}</span>
                    <Status shape=Shape::Ok word=s.jobs.completed_24h/>
                </a>
            </div>
            <LastJobs id/>
            {move || is_idle.get().then(|| view! { <p class="fine quiet">{s.overview.no_jobs}</p> })}
            <ul class="jobs">
                <Each entries=jobs key=|job| job.id let:job>
                    <JobRow job/>
                </Each>
            </ul>
        </section>
    }
}

/// The vault's policies, each with when it takes points.
#[component]
fn PoliciesTile(
    /// The vault.
    vault: Signal<Vault>,
) -> impl IntoView {
    let s = use_strings();
    let id = vault.with_untracked(|vault| vault.id);
    let loaded = load(move || id, &[Topic::Vaults, Topic::Items], api::policies::of_vault).value();
    let policies = Memo::new(move |_| loaded.get().unwrap_or_default());
    let count = move || s.count(vault.with(|vault| vault.policies));
    let row = move |policy: Signal<Policy>| {
        let address = Route::Policy(policy.with_untracked(|policy| policy.id)).path();
        view! {
            <li>
                <a href=address>
                    <span>{move || policy.with(|policy| policy.name.clone())}</span>
                    <span class="fine">{move || policy.with(|policy| schedule_words(s, policy))}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class="tile">
            <header>
                <h2><a href=Route::VaultPolicies(id).path()>{s.vaults.policies}</a></h2>
                <a href=Route::VaultPolicies(id).path()>{count} <span class="unseen">{s.vaults.policies}</span></a>
            </header>
            <ul class="rows">
                <Each entries=policies key=|policy| policy.id let:policy>{row(policy)}</Each>
            </ul>
            <p class="fine quiet">{s.policies.no_schedules}</p>
        </section>
    }
}

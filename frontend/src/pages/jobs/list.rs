//! The list of jobs: tabs by status, live, a menu for each.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::event::Topic;
use shared::health::Health;
use shared::id::VaultId;
use shared::job::{Job, JobStatus};
use shared::page::Page;
use shared::vault::Vault;

use super::row::JobRow;
use crate::api::jobs::{JobFilter, StatusFilter};
use crate::api::{self, Failure, Query};
use crate::clock;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::navigation;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::state::{health_shape, job_shape};
use crate::parts::trouble::FailureBox;
use crate::parts::vault_menu::VaultMenu;
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::Button;
use crate::ui::chips::Chip;
use crate::ui::crumbs::Crumbs;
use crate::ui::each::Each;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::status::Status;
use crate::ui::table::{Column, Table};
use crate::ui::tabs::{Tab, Tabs};

/// The tabs behind "All", and what each is called in an address.
const TABS: [(&str, StatusFilter, JobStatus); 5] = [
    ("active", StatusFilter::Active, JobStatus::InProgress),
    ("Failed", StatusFilter::Just(JobStatus::Failed), JobStatus::Failed),
    ("CompletedWithWarnings", StatusFilter::Just(JobStatus::CompletedWithWarnings), JobStatus::CompletedWithWarnings),
    ("Completed", StatusFilter::Just(JobStatus::Completed), JobStatus::Completed),
    ("Cancelled", StatusFilter::Just(JobStatus::Cancelled), JobStatus::Cancelled),
];
const STATUS: &str = "status";
const SINCE: &str = "since";
const UNTIL: &str = "until";

async fn vaults(id: Option<VaultId>) -> Result<Vec<Vault>, Failure> {
    match id {
        Some(id) => Ok(vec![api::vaults::get(id).await?]),
        None => api::vaults::all().await,
    }
}

/// The list of jobs, of all vaults or of one.
#[component]
pub(crate) fn JobsPage(
    /// The vault that the list is of.
    #[prop(optional)]
    vault: Option<VaultId>,
) -> impl IntoView {
    let s = use_strings();
    let status = Memo::new(|_| navigation::page().parameter(STATUS).filter(|name| tab(name).is_some()));
    let since = Memo::new(|_| navigation::page().parameter(SINCE)?.parse::<DateTime<Utc>>().ok());
    let until = Memo::new(|_| navigation::page().parameter(UNTIL)?.parse::<DateTime<Utc>>().ok());
    let filter = move || {
        let status = status.get().and_then(|name| tab(&name));
        JobFilter { status, vault_id: vault, item_id: None, since: since.get(), until: until.get() }
    };
    let pages = RwSignal::new(1);
    let jobs = load(filter, &[Topic::Jobs], move |filter| api::jobs::list(filter, pages.get()));
    let counts = load(move || vault, &[Topic::Jobs, Topic::Items, Topic::Vaults], vaults);
    let vaults = Signal::derive(move || counts.value().get().unwrap_or_default());
    let name = move || vaults.with(|all| all.first().map(|vault| vault.name.clone())).unwrap_or_default();
    let crumbs = vault.map(|id| {
        let above = vec![(s.vaults.title.into(), Route::Vaults.path()), (name.into(), Route::Vault(id).path())];
        view! { <Crumbs above/> }
    });
    view! {
        {vault.map(|id| view! { <VaultMenu id/> })}
        <PageFrame>
            {crumbs}
            <PageHead title=s.jobs.title/>
            <PendingItems vaults vault/>
            <StatusTabs vaults status since until vault/>
            <Since since until/>
            <Load from=jobs let:jobs>
                {move || if !jobs.with(|page| page.items.is_empty()) {
                    view! { <JobTable jobs pages with_vault=vault.is_none()/> }.into_any()
                } else if status.get().is_some() || since.get().is_some() || until.get().is_some() {
                    view! { <p class="muted">{s.jobs.none_like_this}</p> }.into_any()
                } else {
                    view! { <Empty icon=IconName::Job title=s.jobs.empty text=s.jobs.empty_text/> }.into_any()
                }}
            </Load>
        </PageFrame>
    }
}

#[component]
fn JobTable(
    /// The jobs.
    jobs: Signal<Page<Job>>,
    /// How many pages of them are shown.
    pages: RwSignal<usize>,
    /// Whether there is a column of vaults.
    with_vault: bool,
) -> impl IntoView {
    let s = use_strings();
    let sending = Sending::new();
    let entries = Memo::new(move |_| jobs.with(|page| page.items.clone()));
    let mut columns = vec![Column::name(s.jobs.job), Column::text(s.words.status)];
    if with_vault {
        columns.push(Column::text(s.jobs.vault).leaves(2));
    }
    columns.extend([
        Column::text(s.jobs.started),
        Column::number(s.jobs.duration).leaves(2),
        Column::number(s.words.size).leaves(3),
        Column::actions(s.words.actions),
    ]);
    let cut = move || {
        let count = jobs.with(|page| page.next.is_some().then_some(page.items.len()));
        count.map(|count| {
            view! {
                <div class="filters">
                    <span class="muted">{(s.jobs.newest_only)(&s.count(count as u64))}</span>
                    <Button on_press=move |()| pages.update(|pages| *pages += 1)>{s.words.show_more}</Button>
                </div>
            }
        })
    };
    view! {
        <FailureBox failure=sending.failure()/>
        <Table label=s.jobs.title columns>
            <Each entries key=|job| job.id let:job>
                <JobRow job with_vault sending/>
            </Each>
        </Table>
        {cut}
    }
}

#[component]
fn StatusTabs(
    /// The vaults whose jobs are listed.
    vaults: Signal<Vec<Vault>>,
    /// The tab that is shown, as the address has it.
    #[prop(into)]
    status: Signal<Option<String>>,
    /// The moment that the list begins at.
    #[prop(into)]
    since: Signal<Option<DateTime<Utc>>>,
    /// The moment that the list ends before.
    #[prop(into)]
    until: Signal<Option<DateTime<Utc>>>,
    /// The vault that the list is of.
    vault: Option<VaultId>,
) -> impl IntoView {
    let s = use_strings();
    let address = move |status| {
        let place = vault.map_or(Route::Jobs, Route::VaultJobs).path();
        let query = Query::new().maybe(STATUS, status).maybe(SINCE, since.get().map(clock::iso));
        format!("{place}{}", query.maybe(UNTIL, until.get().map(clock::iso)))
    };
    let running = Memo::new(move |_| vaults.with(|all| all.iter().map(|vault| vault.jobs.in_progress).sum::<u64>()));
    let tab = move |(name, filter, of): (&'static str, StatusFilter, JobStatus)| {
        let is_active = filter == StatusFilter::Active;
        view! {
            <Tab
                href=move || address(Some(name))
                current=Signal::derive(move || status.with(|status| status.as_deref() == Some(name)))
                shape=job_shape(of)
                count=move || if is_active { s.count(running.get()) } else { String::new() }
            >
                {(s.jobs.status)(of)}
            </Tab>
        }
    };
    view! {
        <Tabs label=s.words.status>
            <Tab href=move || address(None) current=Signal::derive(move || status.with(Option::is_none))>{s.words.all}</Tab>
            {TABS.map(tab).collect_view()}
        </Tabs>
    }
}

/// That the list begins at a moment, and ends before another, with the way back to all of it.
#[component]
fn Since(
    /// The moment.
    #[prop(into)]
    since: Signal<Option<DateTime<Utc>>>,
    /// The other moment.
    #[prop(into)]
    until: Signal<Option<DateTime<Utc>>>,
) -> impl IntoView {
    let s = use_strings();
    let show_all = |()| {
        navigation::set_parameter(UNTIL, None);
        navigation::set_parameter(SINCE, None);
    };
    move || {
        since.get().map(|at| {
            let narrowed = match until.get() {
                Some(until) => (s.history.between)(&s.moment(at), &s.moment(until)),
                None => (s.jobs.since)(&s.moment(at)),
            };
            view! {
                <div class="filters">
                    <span class="muted">{narrowed}</span>
                    <Chip pressed=Signal::stored(false) on_press=show_all>
                        {s.jobs.show_all}
                    </Chip>
                </div>
            }
        })
    }
}

/// Items that wait for their first job: no row of theirs is in the list yet.
#[component]
fn PendingItems(
    /// The vaults whose jobs are listed.
    vaults: Signal<Vec<Vault>>,
    /// The vault that the list is of.
    vault: Option<VaultId>,
) -> impl IntoView {
    let s = use_strings();
    let count = Memo::new(move |_| vaults.with(|all| all.iter().map(|vault| vault.items.pending).sum::<u64>()));
    let href = vault.map_or(Route::Items, Route::VaultItems).with("health", "Pending");
    move || {
        (count.get() > 0).then(|| {
            view! {
                <p class="pending-items">
                    <Status
                        shape=health_shape(Some(Health::Pending))
                        word=(s.items.health)(Health::Pending)
                        reason=s.items.initial_pending
                    />
                    " " <a href=href.clone()>{(s.jobs.pending_items)(count.get())}</a>
                </p>
            }
        })
    }
}

fn tab(name: &str) -> Option<StatusFilter> {
    TABS.into_iter().find(|(own, _, _)| *own == name).map(|(_, filter, _)| filter)
}

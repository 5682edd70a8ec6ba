//! The list of jobs: tabs by status, filters that stand in the address, live, a menu for each.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::event::Topic;
use shared::health::Health;
use shared::id::VaultId;
use shared::job::{JobKind, JobStatus};
use shared::vault::Vault;

use super::row::job_cells;
use crate::api::{self, Failure};
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::navigation;
use crate::paging::{asked, load_pages, sort};
use crate::parts::list_filters::ParameterFilter;
use crate::parts::list_frame::{About, ListFrame};
use crate::parts::page_frame::PageFrame;
use crate::parts::state::{health_shape, job_shape};
use crate::parts::trouble::FailureBox;
use crate::parts::vault_menu::VaultMenu;
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::chips::Chip;
use crate::ui::crumbs::Crumbs;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::list::ListColumn;
use crate::ui::page_head::PageHead;
use crate::ui::status::Status;
use crate::ui::tabs::{Tab, Tabs};

/// The tabs behind "All", and what each is called in an address.
const TABS: [(&str, JobStatus); 5] = [
    ("active", JobStatus::InProgress),
    ("Failed", JobStatus::Failed),
    ("CompletedWithWarnings", JobStatus::CompletedWithWarnings),
    ("Completed", JobStatus::Completed),
    ("Cancelled", JobStatus::Cancelled),
];
const KINDS: [JobKind; 6] = [
    JobKind::Backup,
    JobKind::Restore,
    JobKind::Verify,
    JobKind::Prune,
    JobKind::CreateVault,
    JobKind::CreateSampleDisks,
];
const STATUS: &str = "status";
const SINCE: &str = "since";
const UNTIL: &str = "until";
/// What the address may narrow the list by; the vault only where the list is not of one.
const NARROWED_BY: &[&str] = &["q", STATUS, "kind", SINCE, UNTIL, "vault_id"];
const OF_A_VAULT: &[&str] = &["q", STATUS, "kind", SINCE, UNTIL];

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
            <JobList vaults vault/>
        </PageFrame>
    }
}

#[component]
fn JobList(
    /// The vaults whose jobs are listed.
    vaults: Signal<Vec<Vault>>,
    /// The vault that the list is of.
    vault: Option<VaultId>,
) -> impl IntoView {
    let s = use_strings();
    let sending = Sending::new();
    let with_vault = vault.is_none();
    let narrowed_by = if with_vault { NARROWED_BY } else { OF_A_VAULT };
    let question = move || asked(narrowed_by).maybe("sort", sort()).maybe("vault_id", vault);
    let jobs = load_pages(question, &[Topic::Jobs], api::jobs::listed);
    let kinds = Signal::stored(KINDS.map(|kind| (kind.as_str().to_owned(), (s.jobs.kind)(kind).to_owned())).to_vec());
    let entries = Signal::derive(move || {
        vaults.with(|all| all.iter().map(|vault| (vault.id.to_string(), vault.name.clone())).collect())
    });
    let filters = move || {
        view! {
            <ParameterFilter name="kind" label=s.jobs.kind_label entries=kinds/>
            {with_vault.then(|| view! { <ParameterFilter name="vault_id" label=s.jobs.vault entries/> })}
        }
    };
    view! {
        <ListFrame
            about=About {
                label: s.jobs.title,
                name: "jobs",
                columns: columns(s, with_vault),
                first_sort: "-created",
                narrowed_by,
                looks_through: Some(s.words.filter_by_name),
            }
            fetched=jobs.rows(|job| job.id.uuid(), move |job| job_cells(job, with_vault, sending))
            tabs=move || view! { <StatusTabs vaults/> <Since/> }
            filters
            above=move || view! { <FailureBox failure=sending.failure()/> }
            empty=move || view! { <Empty icon=IconName::Job title=s.jobs.empty text=s.jobs.empty_text/> }
        />
    }
}

fn columns(s: &Strings, with_vault: bool) -> Vec<ListColumn> {
    let mut columns = vec![ListColumn::name(s.jobs.job), ListColumn::state(s.words.status)];
    if with_vault {
        columns.push(ListColumn::text(s.jobs.vault).key("vault").leaves(2));
    }
    columns.extend([
        ListColumn::text(s.jobs.started).sorts("created").key("started"),
        ListColumn::number(s.jobs.duration).key("duration").leaves(2),
        ListColumn::number(s.words.size).key("size").leaves(3),
        ListColumn::actions(s.words.actions),
    ]);
    columns
}

#[component]
fn StatusTabs(
    /// The vaults whose jobs are listed.
    vaults: Signal<Vec<Vault>>,
) -> impl IntoView {
    let s = use_strings();
    let status = Memo::new(|_| navigation::page().parameter(STATUS));
    let href = |name: Option<&'static str>| {
        move || {
            // Another filter changes where the tabs lead.
            let _ = navigation::page();
            navigation::with_parameter(STATUS, name)
        }
    };
    let running = Memo::new(move |_| vaults.with(|all| all.iter().map(|vault| vault.jobs.in_progress).sum::<u64>()));
    let tab = move |(name, of): (&'static str, JobStatus)| {
        let is_active = name == "active";
        view! {
            <Tab
                href=href(Some(name))
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
            <Tab href=href(None) current=Signal::derive(move || status.with(Option::is_none))>{s.words.all}</Tab>
            {TABS.map(tab).collect_view()}
        </Tabs>
    }
}

/// That the list begins at a moment, and ends before another, with the way back to all of it.
#[component]
fn Since() -> impl IntoView {
    let s = use_strings();
    let since = Memo::new(|_| navigation::page().parameter(SINCE)?.parse::<DateTime<Utc>>().ok());
    let until = Memo::new(|_| navigation::page().parameter(UNTIL)?.parse::<DateTime<Utc>>().ok());
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
                        {s.words.show_all}
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

//! Which jobs a list shows. There may be a million of them: every filter has an index that also has their order in time.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::id::{ItemId, VaultId};
use shared::job::{Job, JobKind, JobStatus};
use shared::page::CountedPage;
use shared::sort::{JobColumn, Sort};
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::Principal;
use crate::db::millis;
use crate::error::Result;
use crate::jobs::store;
use crate::listing::{Listing, Order, Words};

/// Which states of jobs a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(untagged)]
pub(super) enum StatusFilter {
    /// Several states by one word.
    Several(Several),
    /// Just this one; `Completed` includes those with warnings.
    Just(JobStatus),
}

/// Several states by one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Several {
    /// All that are still to end.
    Active,
}

/// Which jobs a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    pub(super) words: Words,
    pub(super) status: Option<StatusFilter>,
    pub(super) kind: Option<JobKind>,
    pub(super) vault_id: Option<VaultId>,
    pub(super) item_id: Option<ItemId>,
    pub(super) since: Option<DateTime<Utc>>,
    pub(super) until: Option<DateTime<Utc>>,
    pub(super) sort: Sort<JobColumn>,
}

fn only_status(listing: &mut Listing, status: StatusFilter) {
    match status {
        StatusFilter::Several(Several::Active) => {
            listing.and().push("jobs.status in ('Queued', 'InProgress', 'Cancelling')");
        }
        // Most jobs are of these two: to walk along the time meets them sooner than to sort them all.
        StatusFilter::Just(JobStatus::Completed) => {
            listing.and().push("coalesce(jobs.status, '') in ('Completed', 'CompletedWithWarnings')");
        }
        StatusFilter::Just(status) => listing.only("jobs.status", Some(status.as_str())),
    }
}

/// A page of the jobs that the filter lets through and the principal may see.
pub(super) async fn list(
    app: &App,
    principal: &Principal,
    filter: Filter,
    page: (&str, usize),
) -> Result<CountedPage<Job>> {
    let JobColumn::Created = filter.sort.by;
    let order = Order { key: "jobs.created_at".to_owned(), is_number: true, is_descending: filter.sort.is_descending };
    let mut connection = app.db.read().await?;
    let mut listing = Listing::new(store::TABLES, order);
    principal.only_seen(listing.and(), "coalesce(vaults.resource_group_id, jobs.resource_group_id)", "jobs.vault_id");
    listing.only("jobs.vault_id", filter.vault_id);
    listing.only("jobs.item_id", filter.item_id);
    listing.only("jobs.kind", filter.kind.map(JobKind::as_str));
    if let Some(status) = filter.status {
        only_status(&mut listing, status);
    }
    if let Some(since) = filter.since {
        listing.and().push("(jobs.finished_at is null or jobs.finished_at >= ").number(millis(since)).push(")");
    }
    if let Some(until) = filter.until {
        listing.and().push("jobs.created_at < ").number(millis(until));
    }
    listing.only_named(&mut connection, &filter.words, "subject").await?;
    listing.page(&mut connection, page, |row| Ok(store::job(row)?.record)).await
}

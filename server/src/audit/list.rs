//! Which entries of the log a list shows.

use chrono::{DateTime, Utc};
use shared::audit::{Action, AuditEntry};
use shared::page::CountedPage;
use shared::sort::{AuditColumn, Sort};

use crate::app::App;
use crate::audit::store;
use crate::error::Result;
use crate::listing::{Listing, Order, Words};

/// Which entries a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    pub(super) words: Words,
    pub(super) actor: Option<String>,
    pub(super) action: Option<Action>,
    pub(super) since: Option<DateTime<Utc>>,
    pub(super) until: Option<DateTime<Utc>>,
    pub(super) sort: Sort<AuditColumn>,
}

/// A page of the entries that the filter lets through.
pub(super) async fn list(app: &App, filter: Filter, page: (&str, usize)) -> Result<CountedPage<AuditEntry>> {
    let AuditColumn::Time = filter.sort.by;
    let order = Order { key: "audit.at".to_owned(), is_number: true, is_descending: filter.sort.is_descending };
    let mut listing = Listing::new(store::TABLES, order);
    listing.look_for(&filter.words, "audit.words");
    listing.only("audit.actor", filter.actor);
    listing.only("audit.action", filter.action.map(Action::as_str));
    listing.only_between("audit.at", filter.since, filter.until);
    listing.page(&mut *app.db.read().await?, page, store::entry).await
}

//! Which entries behind the bell a list shows.

use chrono::{DateTime, Utc};
use shared::notification::{Notification, Severity};
use shared::page::CountedPage;
use shared::sort::{NotificationColumn, Sort};

use crate::app::App;
use crate::auth::Principal;
use crate::db::millis;
use crate::error::Result;
use crate::listing::{Listing, Order, Words};
use crate::notifications::store;

/// Which entries a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    pub(super) words: Words,
    pub(super) severity: Option<Severity>,
    pub(super) seen: Option<bool>,
    pub(super) since: Option<DateTime<Utc>>,
    pub(super) until: Option<DateTime<Utc>>,
    pub(super) sort: Sort<NotificationColumn>,
}

/// A page of the entries that the filter lets through and the principal may see.
pub(super) async fn list(
    app: &App,
    principal: &Principal,
    filter: Filter,
    page: (&str, usize),
) -> Result<CountedPage<Notification>> {
    let NotificationColumn::Time = filter.sort.by;
    let order = Order { key: "notifications.at".to_owned(), is_number: true, is_descending: filter.sort.is_descending };
    let mut connection = app.db.read().await?;
    let seen_at = match principal.user {
        Some(user) => store::seen_at(&mut connection, user).await?,
        None => DateTime::UNIX_EPOCH,
    };
    let mut listing = Listing::new(store::TABLES, order);
    principal.only_seen(listing.and(), "notifications.resource_group_id", "notifications.vault_id");
    listing.only_named(&mut connection, &filter.words, "subject").await?;
    listing.only("notifications.severity", filter.severity.map(Severity::as_str));
    if let Some(seen) = filter.seen {
        let is = if seen { "notifications.at <= " } else { "notifications.at > " };
        listing.and().push(is).number(millis(seen_at));
    }
    listing.only_between("notifications.at", filter.since, filter.until);
    listing.page(&mut connection, page, |row| store::notification(row, seen_at)).await
}

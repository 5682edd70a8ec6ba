//! Which of an item's recovery points a list shows, and in which order.

use chrono::{DateTime, Utc};
use shared::id::ItemId;
use shared::page::CountedPage;
use shared::recovery_point::{Consistency, RecoveryPoint};
use shared::sort::{PointColumn, Sort};

use crate::db::Connection;
use crate::error::Result;
use crate::listing::{Listing, Order};
use crate::recovery_points::store;

/// Which points a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only points of which just this can be said.
    pub consistency: Option<Consistency>,
    /// Only points whose data was checked and found good, or the others.
    pub verified: Option<bool>,
    /// Only points that were taken at this time or later.
    pub since: Option<DateTime<Utc>>,
    /// Only points that were taken before this time.
    pub until: Option<DateTime<Utc>>,
    /// The order.
    pub sort: Sort<PointColumn>,
}

/// A page of the item's points that the filter lets through.
pub async fn list(
    connection: &mut Connection,
    item: ItemId,
    filter: Filter,
    page: (&str, usize),
) -> Result<CountedPage<RecoveryPoint>> {
    let key = match filter.sort.by {
        PointColumn::Taken => "recovery_points.taken_at",
        PointColumn::NewData => "recovery_points.new_bytes",
        PointColumn::Stored => "recovery_points.stored_bytes",
        PointColumn::Expires => "recovery_points.expires_at",
    };
    let order = Order { key: key.to_owned(), is_number: true, is_descending: filter.sort.is_descending };
    let mut listing = Listing::new(store::TABLES, order);
    listing.only("recovery_points.item_id", Some(item));
    listing.only("recovery_points.consistency", filter.consistency.map(store::consistency_word));
    if let Some(verified) = filter.verified {
        let is = if verified { "" } else { "not " };
        let good = "(recovery_points.validated_at is not null and recovery_points.damaged_at is null)";
        listing.and().push(is).push(good);
    }
    listing.only_between("recovery_points.taken_at", filter.since, filter.until);
    listing.page(connection, page, store::point).await
}

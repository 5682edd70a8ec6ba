//! Which vaults a list shows, and in which order.

use shared::id::{LocationId, ResourceGroupId};
use shared::page::CountedPage;
use shared::sort::{Sort, VaultColumn};
use shared::vault::Redundancy;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::listing::{Listing, Order, Words};
use crate::vaults::{Row, store};

/// Which vaults a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    pub(super) words: Words,
    pub(super) location_id: Option<LocationId>,
    pub(super) resource_group_id: Option<ResourceGroupId>,
    pub(super) redundancy: Option<Redundancy>,
    pub(super) sort: Sort<VaultColumn>,
}

/// What is looked through: the vault's name and those of where it stands.
const NAMES: &str = "(vaults.name_key || ' ' || lower(locations.name) || ' ' || resource_groups.name_key)";

fn order(sort: Sort<VaultColumn>) -> Order {
    let key = match sort.by {
        VaultColumn::Name => "vaults.name_key",
        VaultColumn::Location => "lower(locations.name) || ' ' || vaults.name_key",
        VaultColumn::ResourceGroup => "resource_groups.name_key || ' ' || vaults.name_key",
        VaultColumn::Created => "vaults.created_at",
    };
    Order { key: key.to_owned(), is_number: sort.by == VaultColumn::Created, is_descending: sort.is_descending }
}

/// A page of the vaults that the filter lets through and the principal may see.
pub(super) async fn list(
    app: &App,
    principal: &Principal,
    filter: Filter,
    page: (&str, usize),
) -> Result<CountedPage<Row>> {
    let mut listing = Listing::new(store::TABLES, order(filter.sort));
    principal.only_seen(listing.and(), "vaults.resource_group_id", "vaults.id");
    listing.look_for(&filter.words, NAMES);
    listing.only("vaults.location_id", filter.location_id);
    listing.only("vaults.resource_group_id", filter.resource_group_id);
    listing.only("vaults.redundancy", filter.redundancy.map(store::redundancy_word));
    let mut connection = app.db.read().await?;
    listing.page(&mut connection, page, store::vault).await
}

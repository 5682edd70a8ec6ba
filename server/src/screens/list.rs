//! Which screens a list shows, and in which order.

use shared::page::CountedPage;
use shared::screen::Screen;
use shared::sort::{ScreenColumn, Sort};

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::listing::{Listing, Order, Words};
use crate::screens::store;

/// Which screens a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    pub(super) words: Words,
    pub(super) sort: Sort<ScreenColumn>,
}

/// The group and the vault that a screen's scope stands in.
const GROUP: &str =
    "coalesce(vaults.resource_group_id, case when screens.scope = 'resource_group' then screens.scope_id end)";
const VAULT: &str = "case when screens.scope = 'vault' then screens.scope_id end";

/// A page of the screens that the filter lets through and whose scope the principal may manage.
pub(super) async fn list(
    app: &App,
    principal: &Principal,
    filter: Filter,
    page: (&str, usize),
) -> Result<CountedPage<Screen>> {
    let key = match filter.sort.by {
        ScreenColumn::Name => "screens.name_key",
        ScreenColumn::LastSeen => "coalesce(screens.last_seen_at, 0)",
        ScreenColumn::Paired => "screens.paired_at",
    };
    let is_number = filter.sort.by != ScreenColumn::Name;
    let order = Order { key: key.to_owned(), is_number, is_descending: filter.sort.is_descending };
    let mut listing = Listing::new(store::TABLES, order);
    listing.and().push("screens.revoked_at is null");
    principal.only_covered(listing.and(), GROUP, VAULT);
    listing.look_for(&filter.words, "screens.name_key");
    listing.page(&mut *app.db.read().await?, page, |row| Ok(store::screen(row)?.record)).await
}

//! Which tokens a list shows, and in which order.

use shared::auth::{Role, Token};
use shared::page::CountedPage;
use shared::sort::{Sort, TokenColumn};

use crate::app::App;
use crate::auth::store::role_word;
use crate::auth::tokens::store;
use crate::error::Result;
use crate::listing::{Listing, Order, Words};

/// Which tokens a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    pub(super) words: Words,
    pub(super) role: Option<Role>,
    pub(super) sort: Sort<TokenColumn>,
}

/// A page of the tokens that the filter lets through.
pub(super) async fn list(app: &App, filter: Filter, page: (&str, usize)) -> Result<CountedPage<Token>> {
    let key = match filter.sort.by {
        TokenColumn::Name => "tokens.name_key",
        TokenColumn::LastUsed => "coalesce(tokens.last_used_at, 0)",
        TokenColumn::Created => "tokens.created_at",
    };
    let is_number = filter.sort.by != TokenColumn::Name;
    let order = Order { key: key.to_owned(), is_number, is_descending: filter.sort.is_descending };
    let mut listing = Listing::new(store::TABLES, order);
    listing.look_for(&filter.words, "tokens.name_key");
    listing.only("tokens.role", filter.role.map(role_word));
    listing.page(&mut *app.db.read().await?, page, store::token).await
}

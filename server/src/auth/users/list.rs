//! Which users a list shows, and in which order.

use shared::auth::{Role, User};
use shared::page::CountedPage;
use shared::sort::{Sort, UserColumn};

use crate::app::App;
use crate::auth::store::role_word;
use crate::auth::users::store;
use crate::error::Result;
use crate::listing::{Listing, Order, Words};

/// Which users a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    pub(super) words: Words,
    pub(super) role: Option<Role>,
    pub(super) second_factor: Option<bool>,
    pub(super) sort: Sort<UserColumn>,
}

/// A page of the users that the filter lets through.
pub(super) async fn list(app: &App, filter: Filter, page: (&str, usize)) -> Result<CountedPage<User>> {
    let key = match filter.sort.by {
        UserColumn::Name => "users.name_key",
        UserColumn::LastSignedIn => "coalesce(users.last_signed_in_at, 0)",
        UserColumn::Added => "users.created_at",
    };
    let is_number = filter.sort.by != UserColumn::Name;
    let order = Order { key: key.to_owned(), is_number, is_descending: filter.sort.is_descending };
    let mut listing = Listing::new(store::TABLES, order);
    listing.look_for(&filter.words, "users.name_key");
    if let Some(role) = filter.role {
        let held = "exists (select 1 from grants where grants.user_id = users.id and grants.role = ";
        listing.and().push(held).text(role_word(role)).push(")");
    }
    if let Some(wanted) = filter.second_factor {
        let is = if wanted { "is not null" } else { "is null" };
        listing.and().push("second_factors.confirmed_at ").push(is);
    }
    let mut connection = app.db.read().await?;
    let mut page = listing.page(&mut connection, page, store::user).await?;
    store::fill_grants(&mut connection, &mut page.items).await?;
    Ok(page)
}

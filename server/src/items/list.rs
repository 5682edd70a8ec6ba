//! Which items a list shows, and in which order.

use chrono::{DateTime, Utc};
use shared::health::{Health, RPO};
use shared::id::{PolicyId, VaultId};
use shared::item::{Item, ProtectionState};
use shared::page::CountedPage;
use shared::sort::{ItemColumn, Sort};

use crate::app::App;
use crate::auth::Principal;
use crate::db::millis;
use crate::error::Result;
use crate::history;
use crate::items::store;
use crate::listing::{Listing, Order, Words};

/// Which items a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    pub(super) words: Words,
    pub(super) vault_id: Option<VaultId>,
    pub(super) policy_id: Option<PolicyId>,
    pub(super) health: Option<Health>,
    pub(super) state: Option<ProtectionState>,
    pub(super) sort: Sort<ItemColumn>,
}

/// Whether the point whose verdict is the item's is damaged, as SQL over the row of `items`. Few points are, and they have an index.
const IS_DAMAGED: &str = "items.verdict_point_id in (select id from recovery_points where damaged_at is not null)";

/// The rank of an item's health as SQL over the row of `items`: `0` for the worst. It says what [`shared::health::assess`] says.
pub fn health_rank(now: DateTime<Utc>) -> String {
    let late = millis(now - RPO);
    format!(
        "case when {IS_DAMAGED} then '0'
              when items.stopped_at is not null then '3'
              when items.last_status = 'Failed' then '1'
              when coalesce((select max(taken_at) from recovery_points where item_id = items.id), items.created_at) < {late} then '2'
              when items.last_status = 'CompletedWithWarnings' then '3'
              when items.last_status = 'Completed' then '5'
              else '4' end"
    )
}

/// The rank that [`health_rank`] gives to a health.
pub const fn rank_of(health: Health) -> &'static str {
    match health {
        Health::Damaged => "0",
        Health::Failed => "1",
        Health::Overdue => "2",
        Health::Warning => "3",
        Health::Pending => "4",
        Health::Healthy => "5",
    }
}

fn order(sort: Sort<ItemColumn>, now: DateTime<Utc>) -> Order {
    let key = match sort.by {
        ItemColumn::Name => "machines.name_key".to_owned(),
        ItemColumn::Health => format!("{} || machines.name_key", health_rank(now)),
        ItemColumn::NewestPoint => {
            "coalesce((select max(taken_at) from recovery_points where item_id = items.id), 0)".to_owned()
        }
        ItemColumn::Policy => "policies.name_key || ' ' || machines.name_key".to_owned(),
        ItemColumn::Vault => "vaults.name_key || ' ' || machines.name_key".to_owned(),
    };
    Order { key, is_number: sort.by == ItemColumn::NewestPoint, is_descending: sort.is_descending }
}

/// A page of the items that the filter lets through and the principal may see.
pub(super) async fn list(
    app: &App,
    principal: &Principal,
    filter: Filter,
    page: (&str, usize),
) -> Result<CountedPage<Item>> {
    let now = app.clock.now();
    let mut listing = Listing::new(store::TABLES, order(filter.sort, now));
    principal.only_seen(listing.and(), "vaults.resource_group_id", "items.vault_id");
    listing.look_for(&filter.words, "machines.name_key");
    listing.only("items.vault_id", filter.vault_id);
    listing.only("items.policy_id", filter.policy_id);
    listing.only(&health_rank(now), filter.health.map(rank_of));
    if let Some(state) = filter.state {
        let points = "exists (select 1 from recovery_points where item_id = items.id)";
        let is = match state {
            ProtectionState::ProtectionStopped => "items.stopped_at is not null".to_owned(),
            ProtectionState::Protected => format!("items.stopped_at is null and {points}"),
            ProtectionState::IRPending => format!("items.stopped_at is null and not {points}"),
        };
        listing.and().push(&is);
    }
    let mut connection = app.db.read().await?;
    let mut page = listing.page(&mut connection, page, |row| Ok(store::item(row, now)?.record)).await?;
    history::fill_last_days(&mut connection, &mut page.items, now).await?;
    Ok(page)
}

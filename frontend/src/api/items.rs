//! Protected items.

use shared::day::ItemDays;
use shared::health::Health;
use shared::id::{ItemId, VaultId};
use shared::item::{BackupNow, Item};
use shared::job::Job;
use shared::page::Page;

use super::{Failure, Query, client};

/// Which items a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ItemFilter {
    /// Only those of this vault.
    pub(crate) vault_id: Option<VaultId>,
    /// Only those that are like this.
    pub(crate) health: Option<Health>,
}

/// The items that a filter lets through, by name.
pub(crate) async fn list(filter: ItemFilter) -> Result<Page<Item>, Failure> {
    let health = filter.health.map(|health| format!("{health:?}"));
    let query = Query::new().maybe("vault_id", filter.vault_id).maybe("health", health);
    client::page("/items", query).await
}

/// One item.
pub(crate) async fn get(id: ItemId) -> Result<Item, Failure> {
    client::get(&format!("/items/{id}")).await
}

/// The last thirty days of an item.
pub(crate) async fn days(id: ItemId) -> Result<ItemDays, Failure> {
    client::get(&format!("/items/{id}/days")).await
}

/// Takes a recovery point now.
pub(crate) async fn backup_now(id: ItemId, backup: BackupNow) -> Result<Job, Failure> {
    client::post(&format!("/items/{id}/backup"), &backup).await
}

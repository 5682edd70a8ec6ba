//! Protected items.

use shared::day::ItemDays;
use shared::id::{ItemId, VaultId};
use shared::item::{BackupNow, Item, ResumeProtection};
use shared::job::Job;

use super::{Failure, Query, client};
use crate::paging::Coming;

/// The items of a vault, by name.
pub(crate) async fn of_vault(vault: VaultId) -> Result<Vec<Item>, Failure> {
    client::all("/items", Query::new().with("vault_id", vault)).await
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

/// Puts a stopped one under a policy again.
pub(crate) async fn resume(id: ItemId, policy: ResumeProtection) -> Result<Item, Failure> {
    client::post(&format!("/items/{id}/resume"), &policy).await
}

/// A page of the items that a query asks for.
pub(crate) fn listed(query: Query) -> Coming<Item> {
    client::counted("/items", query)
}

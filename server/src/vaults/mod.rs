//! Recovery Services vaults: rows of the database, each over a restic repository in its location.

pub mod api;
mod buckets;
mod complete;
mod configure;
mod connect;
mod create;
mod delete;
mod keys;
mod list;
mod master_key;
mod password;
mod repository;
mod store;

use shared::id::VaultId;
use shared::problem::Code;

use crate::db::Tx;
use crate::error::Result;

pub use complete::{rooms, usage};
pub use connect::{connect, found_in, inspect};
pub use create::{accept, announce, create, make_storage};
pub use delete::delete;
pub use keys::{fitting_master_key, passwords, reseal};
pub use master_key::MasterKey;
pub use repository::{Repositories, open, place};
pub use store::{Row, by_id, list, names};

/// The vault's storage was made.
pub async fn mark_ready(tx: &mut Tx, id: Option<VaultId>) -> Result<()> {
    store::set_state(tx, id.ok_or(Code::NotFound)?, "Ready", None).await
}

/// The vault's storage could not be made.
pub async fn mark_failed(tx: &mut Tx, id: Option<VaultId>, code: Code) -> Result<()> {
    store::set_state(tx, id.ok_or(Code::NotFound)?, "CreationFailed", Some(code)).await
}

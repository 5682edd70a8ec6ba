//! The overview.

use shared::history::History;
use shared::id::VaultId;
use shared::overview::Overview;

use super::{Failure, Query, client};

/// The verdict and what it is made of.
pub(crate) async fn get() -> Result<Overview, Failure> {
    client::get("/overview").await
}

/// The same of what belongs to one vault, or of everything.
pub(crate) async fn of(vault: Option<VaultId>) -> Result<Overview, Failure> {
    client::get(&format!("/overview{}", Query::new().maybe("vault_id", vault))).await
}

/// The last thirty days of one vault, or of all.
pub(crate) async fn history(vault: Option<VaultId>) -> Result<History, Failure> {
    client::get(&format!("/overview/history{}", Query::new().maybe("vault_id", vault))).await
}

//! Backup policies.

use shared::id::{PolicyId, VaultId};
use shared::policy::Policy;

use super::{Failure, Query, client};

/// All policies of a vault.
pub(crate) async fn of_vault(id: VaultId) -> Result<Vec<Policy>, Failure> {
    client::all(&format!("/vaults/{id}/policies"), Query::new()).await
}

/// One policy.
pub(crate) async fn get(id: PolicyId) -> Result<Policy, Failure> {
    client::get(&format!("/policies/{id}")).await
}

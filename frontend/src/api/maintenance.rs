//! Looking after vaults: verifications and prunes.

use shared::id::VaultId;
use shared::job::Job;
use shared::maintenance::{Maintenance, PrunePlan, VerifyScope, VerifyVault};

use super::{Failure, client};

/// How a vault is looked after.
pub(crate) async fn of_vault(id: VaultId) -> Result<Maintenance, Failure> {
    client::get(&format!("/vaults/{id}/maintenance")).await
}

/// Begins a verification.
pub(crate) async fn verify(id: VaultId, scope: VerifyScope) -> Result<Job, Failure> {
    client::post(&format!("/vaults/{id}/verify"), &VerifyVault { scope }).await
}

/// What a prune would do.
pub(crate) async fn plan_prune(id: VaultId) -> Result<PrunePlan, Failure> {
    client::get(&format!("/vaults/{id}/prune-plan")).await
}

/// Begins a prune.
pub(crate) async fn prune(id: VaultId) -> Result<Job, Failure> {
    client::act(&format!("/vaults/{id}/prune")).await
}

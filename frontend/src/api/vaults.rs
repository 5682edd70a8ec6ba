//! Recovery Services vaults.

use gloo_net::http::Method;
use shared::id::VaultId;
use shared::job::Job;
use shared::vault::{CreateVault, Vault, VaultPassword};

use super::{Failure, Query, client};

/// All vaults.
pub(crate) async fn all() -> Result<Vec<Vault>, Failure> {
    client::all("/vaults", Query::new()).await
}

/// One vault.
pub(crate) async fn get(id: VaultId) -> Result<Vault, Failure> {
    client::get(&format!("/vaults/{id}")).await
}

/// Makes one; the job's `vault` is the new one.
pub(crate) async fn create(vault: CreateVault) -> Result<Job, Failure> {
    client::post("/vaults", &vault).await
}

/// Deletes one that holds no items.
pub(crate) async fn delete(id: VaultId) -> Result<(), Failure> {
    client::tell(Method::DELETE, &format!("/vaults/{id}")).await
}

/// The password that opens it; only an Owner may read it.
pub(crate) async fn password(id: VaultId) -> Result<VaultPassword, Failure> {
    client::get(&format!("/vaults/{id}/password")).await
}

/// Someone says that the password is stored elsewhere.
pub(crate) async fn confirm_password(id: VaultId) -> Result<Vault, Failure> {
    client::act(&format!("/vaults/{id}/confirm-password")).await
}

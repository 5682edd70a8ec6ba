//! Recovery Services vaults.

use gloo_net::http::Method;
use shared::connect::{ConnectVault, FoundFolder, FoundVault, InspectVault};
use shared::id::{LocationId, VaultId};
use shared::item::{ProtectMachines, ProtectedMachines};
use shared::job::Job;
use shared::machine::ProtectableMachines;
use shared::vault::{BackupConfiguration, CreateVault, Vault, VaultPassword};

use super::{Failure, Query, client};
use crate::paging::Coming;

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

/// The folders of a location that vaults lie in which are not connected.
pub(crate) async fn found_in(location: LocationId) -> Result<Vec<FoundFolder>, Failure> {
    client::all(&format!("/locations/{location}/found-vaults"), Query::new()).await
}

/// Tells what is in one that is not connected.
pub(crate) async fn inspect(vault: InspectVault) -> Result<FoundVault, Failure> {
    client::post("/vaults/inspect", &vault).await
}

/// Connects one that there is.
pub(crate) async fn connect(vault: ConnectVault) -> Result<Vault, Failure> {
    client::post("/vaults/connect", &vault).await
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

/// Changes how often its data is kept, while it protects nothing.
pub(crate) async fn configure(id: VaultId, configuration: BackupConfiguration) -> Result<Vault, Failure> {
    client::patch(&format!("/vaults/{id}/backup-configuration"), &configuration).await
}

/// All machines that it could protect.
pub(crate) async fn protectable(id: VaultId) -> Result<ProtectableMachines, Failure> {
    let mut all = ProtectableMachines::default();
    for _ in 0..client::PAGES_MAX {
        let query = Query::new().with("limit", client::PAGE_LIMIT).maybe("after", all.next.take());
        let page: ProtectableMachines = client::get(&format!("/vaults/{id}/protectable-machines{query}")).await?;
        all.items.extend(page.items);
        (all.next, all.left_out) = (page.next, page.left_out);
        if all.next.is_none() {
            break;
        }
    }
    Ok(all)
}

/// Puts machines under a policy of it, each that can be.
pub(crate) async fn protect(id: VaultId, request: ProtectMachines) -> Result<ProtectedMachines, Failure> {
    client::post(&format!("/vaults/{id}/items"), &request).await
}

/// A page of the vaults that a query asks for.
pub(crate) fn listed(query: Query) -> Coming<Vault> {
    client::counted("/vaults", query)
}

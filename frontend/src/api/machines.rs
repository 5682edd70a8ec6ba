//! Virtual machines.

use shared::id::MachineId;
use shared::item::Item;
use shared::job::Job;
use shared::machine::{EnableBackup, EnableBackupInNewVault, Machine};

use super::{Failure, Query, client};
use crate::paging::Coming;

/// How many machines a query asks for.
pub(crate) async fn total(query: Query) -> Result<u64, Failure> {
    client::total("/machines", query).await
}

/// One machine.
pub(crate) async fn get(id: MachineId) -> Result<Machine, Failure> {
    client::get(&format!("/machines/{id}")).await
}

/// Puts a machine under a policy of a vault.
pub(crate) async fn enable_backup(id: MachineId, enable: EnableBackup) -> Result<Item, Failure> {
    client::post(&format!("/machines/{id}/protection"), &enable).await
}

/// Puts a machine under the default policy of a vault that is made for it, as soon as the job has made it.
pub(crate) async fn enable_backup_in_new_vault(id: MachineId, enable: EnableBackupInNewVault) -> Result<Job, Failure> {
    client::post(&format!("/machines/{id}/protection"), &enable).await
}

/// A page of the machines that a query asks for.
pub(crate) fn listed(query: Query) -> Coming<Machine> {
    client::counted("/machines", query)
}

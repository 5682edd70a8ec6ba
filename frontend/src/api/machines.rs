//! Virtual machines.

use shared::id::{HostId, MachineId};
use shared::item::Item;
use shared::job::Job;
use shared::machine::{EnableBackup, EnableBackupInNewVault, Machine};
use shared::page::Page;

use super::{Failure, Query, client};

/// Which machines a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct MachineFilter {
    /// Only those that are protected, or only those that are not.
    pub(crate) is_protected: Option<bool>,
    /// Only those of this host.
    pub(crate) host_id: Option<HostId>,
}

/// The machines that a filter lets through.
pub(crate) async fn list(filter: MachineFilter) -> Result<Page<Machine>, Failure> {
    let protection = filter.is_protected.map(|yes| if yes { "protected" } else { "none" });
    let query = Query::new().maybe("protection", protection).maybe("host_id", filter.host_id);
    client::page("/machines", query).await
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

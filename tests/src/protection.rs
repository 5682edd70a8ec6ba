//! What people do on the way to a recovery point: hosts, vaults, items, backups.

use std::path::Path;

use shared::host::{CreateHost, Host};
use shared::id::{ItemId, VaultId};
use shared::item::{BackupNow, Item};
use shared::job::Job;
use shared::location::Location;
use shared::machine::{EnableBackup, Machine};
use shared::name::{HostName, VaultName};
use shared::policy::{DEFAULT_POLICY, Policy};
use shared::recovery_point::RecoveryPoint;
use shared::resource_group::ResourceGroup;
use shared::vault::{CreateVault, Redundancy, Vault, VaultPassword};

use crate::{Client, NORTH};

impl Client {
    /// The location of this name.
    pub async fn location(&self, name: &str) -> Location {
        let known: Vec<Location> = self.list("/locations").await;
        known.into_iter().find(|location| location.name == name).expect("the location is known")
    }

    /// The oldest resource group.
    pub async fn group(&self) -> ResourceGroup {
        let groups: Vec<ResourceGroup> = self.list("/resource-groups").await;
        groups.into_iter().next().expect("there is a resource group")
    }

    /// What asks for a host of this folder in the first location.
    pub async fn new_host(&self, name: &str, folder: &Path) -> CreateHost {
        CreateHost {
            name: HostName::new(name).expect("a host's name"),
            folder: folder.display().to_string(),
            location_id: self.location(NORTH).await.id,
            resource_group_id: self.group().await.id,
        }
    }

    /// Adds a folder of images as a host in the first location.
    pub async fn add_host(&self, name: &str, folder: &Path) -> Host {
        self.post("/hosts", &self.new_host(name, folder).await).await.body(201)
    }

    /// The machine of this name.
    pub async fn machine(&self, name: &str) -> Machine {
        let machines: Vec<Machine> = self.list("/machines?limit=500").await;
        machines.into_iter().find(|machine| machine.name == name).expect("the machine is known")
    }

    /// What asks for a vault of this name in a location and the oldest group.
    pub async fn new_vault(&self, name: &str, location: &str) -> CreateVault {
        CreateVault {
            name: VaultName::new(name).expect("a vault's name"),
            resource_group_id: self.group().await.id,
            location_id: self.location(location).await.id,
            redundancy: Redundancy::default(),
        }
    }

    /// Creates a vault in the first location and awaits its storage.
    pub async fn add_vault(&self, name: &str) -> Vault {
        self.add_vault_in(name, NORTH).await
    }

    /// Creates a vault in a location and awaits its storage.
    pub async fn add_vault_in(&self, name: &str, location: &str) -> Vault {
        let job: Job = self.post("/vaults", &self.new_vault(name, location).await).await.body(202);
        let job = self.completed(job.id).await;
        self.vault(job.vault.expect("the job names its vault").id).await
    }

    /// The vault as it is now.
    pub async fn vault(&self, id: VaultId) -> Vault {
        self.show(&format!("/vaults/{id}")).await
    }

    /// The vault's password and folder.
    pub async fn password(&self, id: VaultId) -> VaultPassword {
        self.show(&format!("/vaults/{id}/password")).await
    }

    /// The policy that every vault has.
    pub async fn default_policy(&self, vault: VaultId) -> Policy {
        let policies: Vec<Policy> = self.list(&format!("/vaults/{vault}/policies")).await;
        policies.into_iter().find(|policy| policy.name == DEFAULT_POLICY).expect("the vault has a default policy")
    }

    /// Enables backup of the machine by the vault's default policy.
    pub async fn protect(&self, machine: &str, vault: VaultId) -> Item {
        let machine = self.machine(machine).await.id;
        let policy_id = self.default_policy(vault).await.id;
        let request = EnableBackup { vault_id: vault, policy_id };
        self.post(&format!("/machines/{machine}/protection"), &request).await.body(201)
    }

    /// The item as it is now.
    pub async fn item(&self, id: ItemId) -> Item {
        self.show(&format!("/items/{id}")).await
    }

    /// Asks for a backup of the item.
    pub async fn back_up(&self, item: ItemId) -> Job {
        self.post(&format!("/items/{item}/backup"), &BackupNow::default()).await.body(202)
    }

    /// Backs the item up and awaits the point.
    pub async fn backed_up(&self, item: ItemId) -> RecoveryPoint {
        let job = self.back_up(item).await;
        let job = self.completed(job.id).await;
        let point = job.recovery_point_id.expect("the job made a point");
        self.show(&format!("/recovery-points/{point}")).await
    }

    /// The item's points, newest first.
    pub async fn points(&self, item: ItemId) -> Vec<RecoveryPoint> {
        self.list(&format!("/items/{item}/recovery-points?limit=500")).await
    }
}

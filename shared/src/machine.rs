//! Virtual machines, as discovered on hosts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};

use crate::health::Health;
use crate::host::HostRef;
use crate::id::{ItemId, MachineId, PolicyId, VaultId};
use crate::item::ProtectionState;
use crate::location::LocationRef;
use crate::problem::Code;
use crate::resource_group::ResourceGroupRef;
use crate::vault::{NewVault, VaultRef};

/// How the bytes of a disk lie in its file. It comes from the file's name, never from its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DiskFormat {
    /// The bytes of the disk, one after the other.
    Raw,
    /// QEMU's copy-on-write format, version 2 or 3.
    Qcow2,
}

impl DiskFormat {
    /// The ending of a file of this format, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            DiskFormat::Raw => "raw",
            DiskFormat::Qcow2 => "qcow2",
        }
    }
}

/// A disk of a machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Disk {
    /// Its name on the machine: the file's name without its ending.
    pub name: String,
    /// How its bytes lie in its file.
    pub format: DiskFormat,
    /// What the machine sees.
    pub size_bytes: u64,
    /// What the file takes on its file system.
    pub allocated_bytes: u64,
}

/// Whether the machine was there when its host was last looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "presence")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Presence {
    /// It was.
    Present,
    /// It was there before and is not any more; its points stay.
    Missing {
        /// Since when it has not been seen.
        since: DateTime<Utc>,
    },
    /// It is there, and cannot be backed up as it is.
    Unusable {
        /// Why.
        code: Code,
    },
}

/// A machine's protection, named from the machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MachineProtection {
    /// The protected item.
    pub item_id: ItemId,
    /// The vault that protects it.
    pub vault: VaultRef,
    /// The item's state.
    pub state: ProtectionState,
    /// How the item is, at the time of the answer.
    pub health: Health,
}

/// A virtual machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Machine {
    /// Its uuid, which is its identity.
    pub id: MachineId,
    /// Its name, as the host says it: untrusted text.
    pub name: String,
    /// The host that it is on.
    pub host: HostRef,
    /// Where it stands.
    pub location: LocationRef,
    /// The resource group that it belongs to.
    pub resource_group: ResourceGroupRef,
    /// Its disks, by name.
    pub disks: Vec<Disk>,
    /// Whether it was there at the last look.
    pub presence: Presence,
    /// Its protection, when there is one.
    pub protection: Option<MachineProtection>,
}

impl Machine {
    /// What its disks are, all together, as the machine sees them.
    pub fn size_bytes(&self) -> u64 {
        self.disks.iter().map(|disk| disk.size_bytes).sum()
    }
}

/// A machine named from another thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MachineRef {
    /// Its id.
    pub id: MachineId,
    /// Its name: untrusted text.
    pub name: String,
}

/// Asks to protect a machine by an existing vault (C-025, C-028).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EnableBackup {
    /// The vault, in the machine's location.
    pub vault_id: VaultId,
    /// One of the vault's policies.
    pub policy_id: PolicyId,
}

/// Asks to protect a machine by a vault that is made for it, under that vault's default policy (C-026).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EnableBackupInNewVault {
    /// The vault, which gets the machine's resource group and location (C-027).
    pub new_vault: NewVault,
}

/// Asks to protect a machine, by a vault that there is or by a new one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ProtectMachine {
    /// By a vault that there is.
    InVault(EnableBackup),
    /// By a new vault.
    InNewVault(EnableBackupInNewVault),
}

impl<'de> Deserialize<'de> for ProtectMachine {
    /// Which of the two it is shows in its fields, read one by one so that a refusal names the field.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Fields {
            vault_id: Option<VaultId>,
            policy_id: Option<PolicyId>,
            new_vault: Option<NewVault>,
        }
        match Fields::deserialize(deserializer)? {
            Fields { vault_id: Some(vault_id), policy_id: Some(policy_id), new_vault: None } => {
                Ok(Self::InVault(EnableBackup { vault_id, policy_id }))
            }
            Fields { vault_id: None, policy_id: None, new_vault: Some(new_vault) } => {
                Ok(Self::InNewVault(EnableBackupInNewVault { new_vault }))
            }
            _ => Err(serde::de::Error::custom("either vault_id and policy_id, or new_vault")),
        }
    }
}

/// The machines that a vault could protect: in its location, and protected by no vault (C-078).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProtectableMachines {
    /// The machines by name, at most as many as were asked for.
    pub items: Vec<Machine>,
    /// What to send as `after` for the next page; nothing on the last page.
    pub next: Option<String>,
    /// Those that are not listed, whatever the filter lets through.
    pub left_out: LeftOut,
}

/// How many machines a vault cannot protect, and why (C-079).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeftOut {
    /// In the vault's location, and protected already: by this vault or by another.
    pub protected: u64,
    /// In other locations.
    pub elsewhere: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "01920000-0000-7000-8000-000000000001";

    #[test]
    fn should_tell_a_vault_that_there_is_from_a_new_one() {
        let known = format!(r#"{{"vault_id": "{ID}", "policy_id": "{ID}"}}"#);
        assert!(matches!(serde_json::from_str(&known), Ok(ProtectMachine::InVault(_))));
        let new = r#"{"new_vault": {"name": "prod"}}"#;
        let read: ProtectMachine = serde_json::from_str(new).unwrap();
        assert!(matches!(&read, ProtectMachine::InNewVault(asked) if asked.new_vault.name.as_str() == "prod"));
        assert_eq!(serde_json::from_str::<ProtectMachine>(&serde_json::to_string(&read).unwrap()).unwrap(), read);
        let both = format!(r#"{{"vault_id": "{ID}", "policy_id": "{ID}", "new_vault": {{"name": "prod"}}}}"#);
        for bad in ["{}", both.as_str(), r#"{"new_vault": {"name": "1"}}"#, r#"{"colour": "red"}"#] {
            assert!(serde_json::from_str::<ProtectMachine>(bad).is_err(), "{bad}");
        }
    }
}

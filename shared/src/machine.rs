//! Virtual machines, as discovered on hosts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::host::HostRef;
use crate::id::{ItemId, MachineId, PolicyId, VaultId};
use crate::item::ProtectionState;
use crate::location::LocationRef;
use crate::problem::Code;
use crate::resource_group::ResourceGroupRef;
use crate::vault::VaultRef;

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

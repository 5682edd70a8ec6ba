//! English: recovery Services vaults.

use shared::vault::Redundancy;
use shared::vault::Replication;

use crate::i18n::vaults::Vaults;

pub(super) const VAULTS: Vaults = Vaults {
    title: "Recovery Services vaults",
    vault: "Recovery Services vault",
    create: "Create a vault",
    name_hint: "2 to 50 letters, digits and hyphens, a letter first",
    backup: "Backup",
    redundancy: "Storage replication",
    redundancy_of: |it| match it {
        Redundancy::GeoRedundant => "Geo-redundant",
        Redundancy::LocallyRedundant => "Locally redundant",
    },
    replication: |it| match it {
        Replication::NotWanted => "Kept in this location only",
        Replication::NoPairedLocation => "Not replicated: no paired location",
    },
    creating: "Being created",
    ready: "Ready",
    creation_failed: "Could not be created",
    usage: "Usage",
    policies: "Backup policies",
    properties: "Properties",
    manage: "Manage",
    settings: "Settings",
    protected_items: "Protected items",
    empty: "There is no vault",
    empty_text: "A vault keeps recovery points and the policies that make them. It stores in one location.",
};

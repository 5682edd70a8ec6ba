//! English: virtual machines.

use crate::i18n::machines::Machines;

pub(super) const MACHINES: Machines = Machines {
    title: "Virtual machines",
    machine: "Virtual machine",
    host: "Host",
    disks: "Disks",
    protection: "Protection",
    not_protected: "Not protected",
    protected_by: |x| format!("Protected by {x}"),
    missing: "Missing since the last look",
    unusable: "Cannot be backed up as it is",
    operations: "Operations",
    backup: "Backup",
    enable_backup: "Enable backup",
    empty: "No machine has been discovered",
    empty_text: "Machines appear when a host is added. A host is a folder of disk images on the server.",
};

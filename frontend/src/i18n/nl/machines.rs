//! Dutch: virtual machines.

use crate::i18n::machines::Machines;

pub(super) const MACHINES: Machines = Machines {
    title: "Virtuele machines",
    machine: "Virtuele machine",
    host: "Host",
    disks: "Schijven",
    protection: "Beveiliging",
    not_protected: "Niet beveiligd",
    protected_by: |x| format!("Beveiligd door {x}"),
    missing: "Ontbreekt sinds de laatste keer",
    unusable: "Kan zo niet worden geback-upt",
    operations: "Operations",
    backup: "Back-up",
    enable_backup: "Back-up inschakelen",
    empty: "Er is geen machine gevonden",
    empty_text: "Machines verschijnen zodra een host is toegevoegd. Een host is een map met schijfinstallatiekopieën op de server.",
};

//! Swedish: virtual machines.

use crate::i18n::machines::Machines;

pub(super) const MACHINES: Machines = Machines {
    title: "Virtuella datorer",
    machine: "Virtuell dator",
    host: "Värd",
    disks: "Diskar",
    protection: "Skydd",
    not_protected: "Inte skyddad",
    protected_by: |x| format!("Skyddas av {x}"),
    missing: "Saknas sedan senaste läsningen",
    unusable: "Kan inte säkerhetskopieras som den är",
    operations: "Åtgärder",
    backup: "Säkerhetskopiering",
    enable_backup: "Aktivera säkerhetskopiering",
    empty: "Ingen dator har upptäckts",
    empty_text: "Datorer visas när en värd läggs till. En värd är en mapp med diskavbildningar på servern.",
};

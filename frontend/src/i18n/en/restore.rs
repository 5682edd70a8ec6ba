//! English: restoring from a recovery point.

use crate::i18n::restore::Restore;

pub(super) const RESTORE: Restore = Restore {
    restore: "Restore",
    recovery_point: "Recovery point",
    folder: "New folder",
    format: "Format",
    command: "Restore…",
    title: "Restore disks",
    root: "Write to",
    root_entry: |a, b| format!("{a}, {b}"),
    no_roots: "There is no place to restore to",
    no_roots_text: "Name a folder under restore_roots in cofre.toml and start the server again.",
    folder_hint: "1 to 100 letters, digits and - _ . beginning with a letter. It is made new; nothing is written over.",
    disks: "Disks",
    no_disk: "Choose at least one disk",
    raw: "Raw image",
    raw_text: "The bytes of the disk, one after the other; empty parts take no room.",
    qcow2: "qcow2",
    qcow2_text: "QEMU’s own format: a smaller file that a virtual machine starts from directly.",
    needs: |a, b| format!("Up to {a} needed, {b} free"),
    needs_only: |x| format!("Up to {x} needed"),
    no_points: "There is no recovery point to restore from",
    unverified: "not verified yet",
    started: |x| format!("The restore of {x} has started."),
    untouched: "The machine and its backup stay as they are.",
};

//! English: the verdict and what it is made of.

use crate::i18n::overview::Overview;

pub(super) const OVERVIEW: Overview = Overview {
    title: "Overview",
    nothing: "Nothing is protected yet.",
    nothing_text: "This server knows no machines and no vaults. Each of these ways takes a few minutes, and none of them touches a running machine.",
    some: |a, b| format!("{a} of {b} machines are protected."),
    every: |n| {
        if n == 1 { "The one machine is protected.".to_owned() } else { format!("All {n} machines are protected.") }
    },
    no_machine: |n| {
        if n == 1 {
            "The one machine is not protected.".to_owned()
        } else {
            format!("None of {n} machines is protected.")
        }
    },
    no_machines: "No machine is known yet.",
    damaged: |n| if n == 1 { ("", " has a damaged backup") } else { ("", " have damaged backups") },
    failed: |_| ("", " failed"),
    overdue: |n| if n == 1 { ("", " is overdue") } else { ("", " are overdue") },
    warning: |_| ("", " completed with warnings"),
    pending: |n| if n == 1 { ("", " waits for the initial backup") } else { ("", " wait for the initial backup") },
    unprotected: |n| if n == 1 { ("", " has no backup") } else { ("", " have no backup") },
    marks: "Machines by state",
    group_damaged: "Damaged",
    group_failed: "Failed",
    group_overdue: "Overdue",
    group_unprotected: "Not protected",
    group_pending: "Initial backup pending",
    group_protected: "Protected",
    with_warning: |n| if n == 1 { format!("{n} with a warning") } else { format!("{n} with warnings") },
    in_progress: "In progress",
    all_jobs: "All backup jobs",
    no_jobs: "No job is under way.",
    together: |a, b| format!("{a}, {b} together"),
    jobs: |n| if n == 1 { format!("{n} job") } else { format!("{n} jobs") },
    storage: "Storage",
    all_vaults: "All vaults",
    no_vaults: "No vault yet.",
    points: |n| if n == 1 { format!("{n} recovery point") } else { format!("{n} recovery points") },
    stored_for: |a, b| format!("{a} stored for {b} protected"),
    disk_used: |a, b| format!("{a} of {b} used"),
    create_vault: "Create a vault",
    create_vault_text: "A vault keeps recovery points and the policies that make them.",
    create_vault_need: "You need a location; this server has at least one.",
    add_host: "Add a host",
    add_host_text: "A host is a folder of disk images. Its machines appear as soon as it has been looked at.",
    add_host_need: "You need a folder of raw or qcow2 files on the server.",
    samples: "Try it with sample disks",
    samples_text: "Three small machines to back up, break and restore.",
    samples_button: "Make sample disks",
    samples_need: "They lie on this server. Nothing leaves it.",
    samples_started: "The sample disks are being made.",
    how: "How it fits together",
    how_host: "Host",
    how_machines: "Machines",
    how_policy: "Policy",
    how_vault: "Vault",
    how_restore: "Restore",
};

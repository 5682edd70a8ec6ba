//! English: protecting machines.

use crate::i18n::protect::Protect;

pub(super) const PROTECT: Protect = Protect {
    goal: "Backup goal",
    where_runs: "Where is your workload running?",
    local_hosts: "Local hosts",
    local_hosts_hint: "Hosts that are folders of disk images on this server",
    what: "What do you want to back up?",
    select: "Select virtual machines",
    steps: "Steps",
    next: "Next",
    back: "Back",
    region: |x| {
        format!(
            "Only machines in {x}, the vault’s location, can be chosen, and a machine is backed up in one vault only."
        )
    },
    filter: "Filter by name, group or host",
    selected: |a, b| format!("{a} of {b} selected"),
    select_shown: "Select all shown",
    clear: "Clear selection",
    left_out: |a, b| match (a, b) {
        (0, 0) => String::new(),
        (a, 0) => format!("Not listed: {a} already protected."),
        (0, b) => format!("Not listed: {b} in other locations."),
        (a, b) => format!("Not listed: {a} already protected, {b} in other locations."),
    },
    none: "There is no machine to protect here",
    none_text: "If you miss a machine, check that it is in the vault’s location and not already protected, and that its host has been discovered.",
    more: |n| format!("{n} more: narrow the filter to see them."),
    on_host: |a, b| format!("{a} on {b}"),
    already: |n| if n == 1 { "1 is already protected".to_owned() } else { format!("{n} are already protected") },
    left_behind: |n| {
        if n == 1 {
            "1 of the selected machines is left out: it is protected already, or in another location.".to_owned()
        } else {
            format!("{n} of the selected machines are left out: they are protected already, or in another location.")
        }
    },
    choose_one: "Select at least one machine",
    too_many: |n| format!("Select at most {n} machines at once"),
    enable: |n| {
        if n == 1 { format!("Enable backup for {n} machine") } else { format!("Enable backup for {n} machines") }
    },
    enabled: |n| {
        if n == 1 {
            format!("Backup is enabled for {n} machine")
        } else {
            format!("Backup is enabled for {n} machines")
        }
    },
    refused: |n| {
        if n == 1 { format!("{n} machine is not protected") } else { format!("{n} machines are not protected") }
    },
    enabled_one: "Backup enabled",
    open_items: "Open backup items",
    select_existing: "Select existing",
    select_existing_hint: "A vault that is there already",
    create_new: "Create new",
    create_new_hint: |a, b| format!("A vault in {a} and {b}, like the machine"),
    new_name: "Name of the new vault",
    coming: |x| format!("Vault {x} is being created"),
    coming_text: |x| format!("Backup of {x} is enabled as soon as the vault is ready. This page follows by itself."),
    coming_failed: |x| format!("Vault {x} could not be created"),
};

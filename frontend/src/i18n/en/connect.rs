//! English: connecting a vault that there is.

use crate::i18n::connect::Connect;

pub(super) const CONNECT: Connect = Connect {
    title: "Connect existing vault",
    intro: "A vault that another server made, or this one before its database was lost",
    folder_hint: "A vault in this location that is not connected yet",
    none_found: "There is no vault in this location that is not connected.",
    password_hint: "The one that was stored when the vault was created",
    check: "Check",
    found: "What the vault holds",
    catalogue: "Catalogue",
    written: |a, b| format!("{a}, by {b}"),
    no_catalogue: "None",
    no_catalogue_text: "Items and points are known by the points themselves; policies are not.",
    not_written: "not written yet",
    points: |n| if n == 1 { format!("{n} recovery point") } else { format!("{n} recovery points") },
    strangers: |n| {
        if n == 1 {
            format!("{n} snapshot of another program is left alone.")
        } else {
            format!("{n} snapshots of other programs are left alone.")
        }
    },
    damaged: |n| {
        if n == 1 { format!("{n} snapshot cannot be read.") } else { format!("{n} snapshots cannot be read.") }
    },
    one_server: "One server for one vault",
    one_server_text: "Stop the server that used this vault before: locks keep the data whole, but each server would know only its own points. Nothing is backed up, and nothing expires, until backup of an item is resumed.",
    connect: "Connect",
    connected: |x| format!("Vault {x} is connected."),
};

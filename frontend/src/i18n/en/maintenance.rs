//! English: looking after vaults.

use crate::i18n::maintenance::Maintenance;

pub(super) const MAINTENANCE: Maintenance = Maintenance {
    title: "Maintenance",
    intro: "Whether the vault holds what it should, and what no recovery point needs any more.",
    integrity: "Data integrity",
    verification: "Verification",
    verification_text: "A verification compares every name, size and reference in the vault. A sample also reads about one pack in a hundred, others each time; everything reads all of them.",
    last_everything: "Last of everything",
    last_sample: "Last sample",
    never: "not yet",
    whole: "Nothing is damaged",
    points_hurt: |n| {
        if n == 1 { format!("{n} recovery point is damaged") } else { format!("{n} recovery points are damaged") }
    },
    problems: |n| {
        if n == 1 {
            format!("{n} file is damaged, no recovery point is hurt")
        } else {
            format!("{n} files are damaged, no recovery point is hurt")
        }
    },
    read_packs: |a, b, c| format!("{a} of {b} packs read, {c}"),
    verify_everything: "Verify everything",
    verify_sample: "Verify a sample",
    hurt_text: "What is damaged cannot be restored completely; the rest can. Bring back the files that the job names, or run cofre vault repair and back up again. Then verify everything: only that takes the damage back.",
    show_items: "Show the items",
    unneeded: "Data that is not needed",
    unneeded_text: "What no recovery point needs stays in the vault until it is pruned. A prune marks it for deletion; a prune at least 24 hours later deletes it.",
    last_prune: "Last prune",
    condemned: "Marked for deletion",
    deleted: "Deleted",
    in_grace: "Waiting for deletion",
    until: |x| format!("until {x}"),
    packs: |n, x| if n == 1 { format!("{n} pack, {x}") } else { format!("{n} packs, {x}") },
    plan: "Plan a prune",
    present: "In the vault",
    not_needed: "Not needed",
    to_copy: "Needed in part",
    copies: "Copied to",
    freed: "Freed in the end",
    exact: |x| format!("{x} bytes"),
    nothing_to_prune: "There is nothing to mark. A prune still deletes what has waited long enough.",
    plan_text: "Nothing that a recovery point needs is taken away, and nothing is deleted right now.",
};

//! Dutch: restoring from a recovery point.

use crate::i18n::restore::Restore;

pub(super) const RESTORE: Restore = Restore {
    restore: "Herstellen",
    recovery_point: "Herstelpunt",
    folder: "Nieuwe map",
    format: "Indeling",
    command: "Herstellen…",
    title: "Schijven herstellen",
    root: "Schrijven naar",
    root_entry: |a, b| format!("{a}, {b}"),
    no_roots: "Er is geen plaats om naar te herstellen",
    no_roots_text: "Noem een map onder restore_roots in cofre.toml en start de server opnieuw.",
    folder_hint: "1 tot 100 letters, cijfers en - _ . met eerst een letter. De map is nieuw; niets wordt overschreven.",
    disks: "Schijven",
    no_disk: "Kies minstens één schijf",
    raw: "Ruwe image",
    raw_text: "De bytes van de schijf achter elkaar; lege delen nemen geen ruimte in.",
    qcow2: "qcow2",
    qcow2_text: "Het eigen formaat van QEMU: een kleiner bestand waarvan een virtuele machine direct start.",
    needs: |a, b| format!("Tot {a} nodig, {b} vrij"),
    needs_only: |x| format!("Tot {x} nodig"),
    no_points: "Er is geen herstelpunt om van te herstellen",
    unverified: "nog niet geverifieerd",
    started: |x| format!("Het herstel van {x} is gestart."),
    untouched: "De machine en haar back-up blijven zoals ze zijn.",
};

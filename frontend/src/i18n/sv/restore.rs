//! Swedish: restoring from a recovery point.

use crate::i18n::restore::Restore;

pub(super) const RESTORE: Restore = Restore {
    restore: "Återställ",
    recovery_point: "Återställningspunkt",
    folder: "Ny mapp",
    format: "Format",
    command: "Återställ …",
    title: "Återställ diskar",
    root: "Skriv till",
    root_entry: |a, b| format!("{a}, {b}"),
    no_roots: "Det finns ingen plats att återställa till",
    no_roots_text: "Ange en mapp under restore_roots i cofre.toml och starta om servern.",
    folder_hint: "1 till 100 bokstäver, siffror och - _ . med en bokstav först. Mappen skapas ny; inget skrivs över.",
    disks: "Diskar",
    no_disk: "Välj minst en disk",
    raw: "Rå avbildning",
    raw_text: "Diskens byte i ordning; tomma delar tar ingen plats.",
    qcow2: "qcow2",
    qcow2_text: "QEMU:s eget format: en mindre fil som en virtuell dator kan starta från direkt.",
    needs: |a, b| format!("Upp till {a} behövs, {b} ledigt"),
    needs_only: |x| format!("Upp till {x} behövs"),
    no_points: "Det finns ingen återställningspunkt att återställa från",
    unverified: "inte verifierad än",
    started: |x| format!("Återställningen av {x} har startat."),
    untouched: "Datorn och dess säkerhetskopia påverkas inte.",
};

//! Spanish: restoring from a recovery point.

use crate::i18n::restore::Restore;

pub(super) const RESTORE: Restore = Restore {
    restore: "Restaurar",
    recovery_point: "Punto de recuperación",
    folder: "Carpeta nueva",
    format: "Formato",
    command: "Restaurar…",
    title: "Restaurar discos",
    root: "Escribir en",
    root_entry: |a, b| format!("{a}, {b}"),
    no_roots: "No hay dónde restaurar",
    no_roots_text: "Indique una carpeta en restore_roots de cofre.toml y reinicie el servidor.",
    folder_hint: "De 1 a 100 letras, cifras y - _ . empezando por una letra. Se crea nueva; no se sobrescribe nada.",
    disks: "Discos",
    no_disk: "Elija al menos un disco",
    raw: "Imagen sin formato",
    raw_text: "Los bytes del disco, uno tras otro; las partes vacías no ocupan espacio.",
    qcow2: "qcow2",
    qcow2_text: "El formato propio de QEMU: un archivo más pequeño desde el que arranca una máquina virtual.",
    needs: |a, b| format!("Se necesitan hasta {a}, {b} libres"),
    needs_only: |x| format!("Se necesitan hasta {x}"),
    no_points: "No hay ningún punto de recuperación",
    unverified: "todavía no verificado",
    started: |x| format!("La restauración de {x} ha comenzado."),
    untouched: "La máquina y su copia de seguridad quedan como están.",
};

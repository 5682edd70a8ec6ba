//! Spanish: the verdict and what it is made of.

use crate::i18n::overview::Overview;

pub(super) const OVERVIEW: Overview = Overview {
    title: "Información general",
    nothing: "Todavía no hay nada protegido.",
    nothing_text: "Este servidor no conoce máquinas ni almacenes. Cada uno de estos caminos lleva unos minutos y ninguno toca una máquina en ejecución.",
    some: |a, b| format!("{a} de {b} máquinas están protegidas."),
    every: |n| {
        if n == 1 {
            "La única máquina está protegida.".to_owned()
        } else {
            format!("Las {n} máquinas están protegidas.")
        }
    },
    no_machine: |n| {
        if n == 1 {
            "La única máquina no está protegida.".to_owned()
        } else {
            format!("Ninguna de las {n} máquinas está protegida.")
        }
    },
    no_machines: "Todavía no se conoce ninguna máquina.",
    damaged: |n| if n == 1 { ("", " tiene una copia dañada") } else { ("", " tienen copias dañadas") },
    failed: |n| if n == 1 { ("", " falló") } else { ("", " fallaron") },
    overdue: |n| if n == 1 { ("", " está atrasada") } else { ("", " están atrasadas") },
    warning: |n| if n == 1 { ("", " terminó con advertencias") } else { ("", " terminaron con advertencias") },
    pending: |n| {
        if n == 1 {
            ("", " espera la copia de seguridad inicial")
        } else {
            ("", " esperan la copia de seguridad inicial")
        }
    },
    unprotected: |n| if n == 1 { ("", " no tiene copia de seguridad") } else { ("", " no tienen copia de seguridad") },
    marks: "Máquinas por estado",
    group_damaged: "Dañadas",
    group_failed: "Con error",
    group_overdue: "Con retraso",
    group_unprotected: "Sin protección",
    group_pending: "Copia inicial pendiente",
    group_protected: "Protegidas",
    with_warning: |n| if n == 1 { format!("{n} con advertencia") } else { format!("{n} con advertencias") },
    in_progress: "En curso",
    all_jobs: "Todos los trabajos",
    no_jobs: "No hay ningún trabajo en curso.",
    together: |a, b| format!("{a}, {b} en conjunto"),
    jobs: |n| if n == 1 { format!("{n} trabajo") } else { format!("{n} trabajos") },
    storage: "Almacenamiento",
    all_vaults: "Todos los almacenes",
    no_vaults: "Todavía no hay almacenes.",
    points: |n| if n == 1 { format!("{n} punto de recuperación") } else { format!("{n} puntos de recuperación") },
    stored_for: |a, b| format!("{a} almacenados para {b} protegidos"),
    disk_used: |a, b| format!("{a} de {b} usados"),
    create_vault: "Crear un almacén",
    create_vault_text: "Un almacén guarda puntos de recuperación y las directivas que los crean.",
    create_vault_need: "Necesita una ubicación; este servidor tiene al menos una.",
    add_host: "Agregar un host",
    add_host_text: "Un host es una carpeta de imágenes de disco. Sus máquinas aparecen en cuanto se examina.",
    add_host_need: "Necesita una carpeta de archivos raw o qcow2 en el servidor.",
    samples: "Probar con discos de ejemplo",
    samples_text: "Tres máquinas pequeñas para copiar, estropear y restaurar.",
    samples_button: "Crear discos de ejemplo",
    samples_need: "Están en este servidor. Nada sale de él.",
    samples_started: "Se están creando los discos de ejemplo.",
    how: "Cómo encaja todo",
    how_host: "Host",
    how_machines: "Máquinas",
    how_policy: "Directiva",
    how_vault: "Almacén",
    how_restore: "Restauración",
};

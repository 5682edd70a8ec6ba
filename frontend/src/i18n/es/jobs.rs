//! Spanish: jobs and how far they are.

use shared::job::{Bottleneck, JobKind, JobStatus, Phase, PhaseStatus};

use crate::i18n::jobs::Jobs;

pub(super) const JOBS: Jobs = Jobs {
    title: "Trabajos de copia de seguridad",
    kind: |it| match it {
        JobKind::Backup => "Copia de seguridad",
        JobKind::Restore => "Restauración",
        JobKind::CreateVault => "Crear almacén",
        JobKind::CreateSampleDisks => "Crear discos de ejemplo",
    },
    status: |it| match it {
        JobStatus::Queued => "En cola",
        JobStatus::InProgress => "En curso",
        JobStatus::Completed => "Completado",
        JobStatus::CompletedWithWarnings => "Completado con advertencias",
        JobStatus::Failed => "Error",
        JobStatus::Cancelling => "Cancelando",
        JobStatus::Cancelled => "Cancelado",
    },
    phase: |it| match it {
        Phase::TakeSnapshot => "Tomar instantánea",
        Phase::TransferData => "Transferir datos al almacén",
        Phase::ValidateBackup => "Validar copia de seguridad",
        Phase::PrepareTarget => "Preparar destino",
        Phase::WriteDisks => "Escribir discos",
        Phase::Run => "Ejecutar",
    },
    phase_status: |it| match it {
        PhaseStatus::Waiting => "En espera",
        PhaseStatus::InProgress => "En curso",
        PhaseStatus::Completed => "Completada",
        PhaseStatus::Failed => "Error",
        PhaseStatus::Cancelled => "Cancelada",
    },
    bottleneck: |it| match it {
        Bottleneck::Source => "limitado por la lectura de los discos",
        Bottleneck::Processor => "limitado por el procesador",
        Bottleneck::Storage => "limitado por la escritura",
    },
    time_left: |x| format!("quedan {x}"),
    read_of: |a, b| format!("{a} de {b} leídos"),
    written_of: |a, b| format!("{a} de {b} escritos"),
    new_data: |x| format!("{x} nuevos"),
    progress_of: |x| format!("Progreso de {x}"),
    waiting: "Esperando turno",
    failed_24h: "Con error en 24 horas",
    completed_24h: "Completados en 24 horas",
    empty: "Todavía no se ha ejecutado ningún trabajo",
    empty_text: "Cada copia de seguridad y cada restauración es un trabajo. Aparecen aquí en cuanto se aceptan.",
    backup_of: |x| format!("Copia de seguridad de {x}"),
    restore_of: |x| format!("Restauración de {x}"),
    vault_of: |x| format!("Implementación del almacén {x}"),
    samples_of: "Creación de discos de ejemplo",
    job: "Trabajo",
    vault: "Almacén",
    started: "Inicio",
    duration: "Duración",
    open: "Abrir trabajo",
    cancel: "Cancelar trabajo",
    retry: "Reintentar",
    cancelling: |x| format!("{x}: cancelando."),
    started_again: |x| format!("{x}: iniciado de nuevo."),
    since: |x| format!("Aceptados desde {x}"),
    pending_items: |n| {
        if n == 1 {
            format!("{n} elemento de copia de seguridad")
        } else {
            format!("{n} elementos de copia de seguridad")
        }
    },
    since_so_far: |a, b| format!("desde las {a}, {b} hasta ahora."),
    about_left: |a, b| format!("Quedan unos {a}; terminará hacia las {b}."),
    ended: |a, b| format!("{a}, tras {b}."),
    nothing_written: "No se creó ningún punto de recuperación.",
    untouched: |n| {
        if n == 1 {
            "El punto anterior está intacto.".to_owned()
        } else {
            format!("Los {n} puntos anteriores están intactos.")
        }
    },
    cancelled_by: |x| format!("Cancelado por {x}."),
    phases: "Pasos",
    not_reached: "no alcanzado",
    numbers: "Cifras",
    read: "Leído",
    written: "Escrito",
    new: "Nuevo",
    stored: "Almacenado",
    rate: "Ritmo, en 5 s",
    mean_rate: "Ritmo medio",
    left: "Tiempo restante",
    of_all: |x| format!("de {x}"),
    holes: "las partes vacías no se leen",
    holes_written: "las partes vacías no se escriben",
    before_compression: "antes de comprimir",
    of_new: |x| format!("{x} de los datos nuevos"),
    in_the_vault: "añadido al almacén",
    disks: "Discos",
    done: "Listo",
    about: "Acerca de este trabajo",
    kind_label: "Tipo",
    item: "Elemento",
    started_by: "Iniciado por",
    accepted: "Aceptado",
    target: "Carpeta de destino",
    attempt: "Intento",
    attempt_text: "el servidor se detuvo entretanto",
    id: "Id. del trabajo",
    log: "Registro",
    following: "En seguimiento",
    no_log: "Todavía no se ha escrito nada.",
    warnings: "Advertencias",
    step_log: "Lea el final del registro de abajo: nombra el archivo, el disco o la carpeta.",
    step_retry: "Después elija Reintentar: inicia un trabajo nuevo con los mismos ajustes.",
    stays_overdue: |x| format!("{x} sigue con retraso hasta que se complete este trabajo"),
    stays_failed: |x| format!("{x} sigue con error hasta que se complete este trabajo"),
};

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
};

//! Portuguese of Portugal: jobs and how far they are.

use shared::job::{Bottleneck, JobKind, JobStatus, Phase, PhaseStatus};

use crate::i18n::jobs::Jobs;

pub(super) const JOBS: Jobs = Jobs {
    title: "Tarefas de cópia de segurança",
    kind: |it| match it {
        JobKind::Backup => "Cópia de segurança",
        JobKind::Restore => "Recuperação",
        JobKind::CreateVault => "Criar cofre",
        JobKind::CreateSampleDisks => "Criar discos de exemplo",
    },
    status: |it| match it {
        JobStatus::Queued => "Em fila",
        JobStatus::InProgress => "Em curso",
        JobStatus::Completed => "Concluída",
        JobStatus::CompletedWithWarnings => "Concluída com avisos",
        JobStatus::Failed => "Falhou",
        JobStatus::Cancelling => "A cancelar",
        JobStatus::Cancelled => "Cancelada",
    },
    phase: |it| match it {
        Phase::TakeSnapshot => "Tirar instantâneo",
        Phase::TransferData => "Transferir dados para o cofre",
        Phase::ValidateBackup => "Validar cópia de segurança",
        Phase::PrepareTarget => "Preparar destino",
        Phase::WriteDisks => "Escrever discos",
        Phase::Run => "Executar",
    },
    phase_status: |it| match it {
        PhaseStatus::Waiting => "A aguardar",
        PhaseStatus::InProgress => "Em curso",
        PhaseStatus::Completed => "Concluída",
        PhaseStatus::Failed => "Falhou",
    },
    bottleneck: |it| match it {
        Bottleneck::Source => "limitado pela leitura dos discos",
        Bottleneck::Processor => "limitado pelo processador",
        Bottleneck::Storage => "limitado pela escrita",
    },
    time_left: |x| format!("faltam {x}"),
    read_of: |a, b| format!("{a} de {b} lidos"),
    written_of: |a, b| format!("{a} de {b} escritos"),
    new_data: |x| format!("{x} novos"),
    progress_of: |x| format!("Progresso de {x}"),
    waiting: "A aguardar vez",
    failed_24h: "Falharam em 24 horas",
    completed_24h: "Concluídas em 24 horas",
    empty: "Ainda não foi executada nenhuma tarefa",
    empty_text: "Cada cópia de segurança e cada recuperação é uma tarefa. Aparecem aqui assim que são aceites.",
};

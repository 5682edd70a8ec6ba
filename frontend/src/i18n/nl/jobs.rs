//! Dutch: jobs and how far they are.

use shared::job::{Bottleneck, JobKind, JobStatus, Phase, PhaseStatus};

use crate::i18n::jobs::Jobs;

pub(super) const JOBS: Jobs = Jobs {
    title: "Back-uptaken",
    kind: |it| match it {
        JobKind::Backup => "Back-up",
        JobKind::Restore => "Herstel",
        JobKind::CreateVault => "Kluis maken",
        JobKind::CreateSampleDisks => "Voorbeeldschijven maken",
    },
    status: |it| match it {
        JobStatus::Queued => "In wachtrij",
        JobStatus::InProgress => "Bezig",
        JobStatus::Completed => "Voltooid",
        JobStatus::CompletedWithWarnings => "Voltooid met waarschuwingen",
        JobStatus::Failed => "Mislukt",
        JobStatus::Cancelling => "Wordt geannuleerd",
        JobStatus::Cancelled => "Geannuleerd",
    },
    phase: |it| match it {
        Phase::TakeSnapshot => "Momentopname maken",
        Phase::TransferData => "Gegevens overbrengen naar kluis",
        Phase::ValidateBackup => "Back-up valideren",
        Phase::PrepareTarget => "Doel voorbereiden",
        Phase::WriteDisks => "Schijven schrijven",
        Phase::Run => "Uitvoeren",
    },
    phase_status: |it| match it {
        PhaseStatus::Waiting => "Wacht",
        PhaseStatus::InProgress => "Bezig",
        PhaseStatus::Completed => "Voltooid",
        PhaseStatus::Failed => "Mislukt",
    },
    bottleneck: |it| match it {
        Bottleneck::Source => "beperkt door het lezen van de schijven",
        Bottleneck::Processor => "beperkt door de processor",
        Bottleneck::Storage => "beperkt door het schrijven",
    },
    time_left: |x| format!("nog {x}"),
    read_of: |a, b| format!("{a} van {b} gelezen"),
    written_of: |a, b| format!("{a} van {b} geschreven"),
    new_data: |x| format!("{x} nieuw"),
    progress_of: |x| format!("Voortgang van {x}"),
    waiting: "Wacht op zijn beurt",
    failed_24h: "Mislukt in 24 uur",
    completed_24h: "Voltooid in 24 uur",
    empty: "Er is nog geen taak uitgevoerd",
    empty_text: "Elke back-up en elk herstel is een taak. Ze verschijnen hier zodra ze zijn aangenomen.",
};

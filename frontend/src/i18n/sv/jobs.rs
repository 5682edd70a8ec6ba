//! Swedish: jobs and how far they are.

use shared::job::{Bottleneck, JobKind, JobStatus, Phase, PhaseStatus};

use crate::i18n::jobs::Jobs;

pub(super) const JOBS: Jobs = Jobs {
    title: "Säkerhetskopieringsjobb",
    kind: |it| match it {
        JobKind::Backup => "Säkerhetskopiering",
        JobKind::Restore => "Återställning",
        JobKind::CreateVault => "Skapa valv",
        JobKind::CreateSampleDisks => "Skapa exempeldiskar",
    },
    status: |it| match it {
        JobStatus::Queued => "I kö",
        JobStatus::InProgress => "Pågår",
        JobStatus::Completed => "Slutfört",
        JobStatus::CompletedWithWarnings => "Slutfört med varningar",
        JobStatus::Failed => "Misslyckades",
        JobStatus::Cancelling => "Avbryts",
        JobStatus::Cancelled => "Avbrutet",
    },
    phase: |it| match it {
        Phase::TakeSnapshot => "Ta ögonblicksbild",
        Phase::TransferData => "Överför data till valvet",
        Phase::ValidateBackup => "Validera säkerhetskopian",
        Phase::PrepareTarget => "Förbered målet",
        Phase::WriteDisks => "Skriv diskar",
        Phase::Run => "Kör",
    },
    phase_status: |it| match it {
        PhaseStatus::Waiting => "Väntar",
        PhaseStatus::InProgress => "Pågår",
        PhaseStatus::Completed => "Slutfört",
        PhaseStatus::Failed => "Misslyckades",
    },
    bottleneck: |it| match it {
        Bottleneck::Source => "begränsas av diskläsningen",
        Bottleneck::Processor => "begränsas av processorn",
        Bottleneck::Storage => "begränsas av skrivningen",
    },
    time_left: |x| format!("{x} kvar"),
    read_of: |a, b| format!("{a} av {b} läst"),
    written_of: |a, b| format!("{a} av {b} skrivet"),
    new_data: |x| format!("{x} nytt"),
    progress_of: |x| format!("Förlopp för {x}"),
    waiting: "Väntar på sin tur",
    failed_24h: "Misslyckade senaste dygnet",
    completed_24h: "Slutförda senaste dygnet",
    empty: "Inget jobb har körts än",
    empty_text: "Varje säkerhetskopiering och återställning är ett jobb. De visas här så snart de har tagits emot.",
};

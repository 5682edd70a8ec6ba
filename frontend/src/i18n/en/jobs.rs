//! English: jobs and how far they are.

use shared::job::{Bottleneck, JobKind, JobStatus, Phase, PhaseStatus};

use crate::i18n::jobs::Jobs;

pub(super) const JOBS: Jobs = Jobs {
    title: "Backup jobs",
    kind: |it| match it {
        JobKind::Backup => "Backup",
        JobKind::Restore => "Restore",
        JobKind::CreateVault => "Create vault",
        JobKind::CreateSampleDisks => "Create sample disks",
    },
    status: |it| match it {
        JobStatus::Queued => "Queued",
        JobStatus::InProgress => "In progress",
        JobStatus::Completed => "Completed",
        JobStatus::CompletedWithWarnings => "Completed with warnings",
        JobStatus::Failed => "Failed",
        JobStatus::Cancelling => "Cancelling",
        JobStatus::Cancelled => "Cancelled",
    },
    phase: |it| match it {
        Phase::TakeSnapshot => "Take snapshot",
        Phase::TransferData => "Transfer data to vault",
        Phase::ValidateBackup => "Validate backup",
        Phase::PrepareTarget => "Prepare target",
        Phase::WriteDisks => "Write disks",
        Phase::Run => "Run",
    },
    phase_status: |it| match it {
        PhaseStatus::Waiting => "Waiting",
        PhaseStatus::InProgress => "In progress",
        PhaseStatus::Completed => "Completed",
        PhaseStatus::Failed => "Failed",
    },
    bottleneck: |it| match it {
        Bottleneck::Source => "limited by reading the disks",
        Bottleneck::Processor => "limited by the processor",
        Bottleneck::Storage => "limited by writing",
    },
    time_left: |x| format!("{x} left"),
    read_of: |a, b| format!("{a} of {b} read"),
    written_of: |a, b| format!("{a} of {b} written"),
    new_data: |x| format!("{x} new"),
    progress_of: |x| format!("Progress of {x}"),
    waiting: "Waiting for a free runner",
    failed_24h: "Failed in 24 hours",
    completed_24h: "Completed in 24 hours",
    empty: "No job has run yet",
    empty_text: "Every backup and every restore is a job. They appear here as soon as they are accepted.",
};

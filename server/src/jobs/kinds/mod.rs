//! What each kind of job does; a file a kind. Every kind can be begun anew at any point, because the server may be killed at any point.

mod backup;
mod create_sample_disks;
mod create_vault;
mod engine_progress;
mod prune;
mod restore;
mod verify;

use shared::job::{JobKind, JobWarning, Phase, PhaseState, PhaseStatus};
use shared::recovery_point::RecoveryPoint;

use crate::error::Result;
use crate::jobs::Context;
use crate::maintenance::{Pruned, Verified};

pub use prune::plan as plan_prune;

/// What a job made, to be published in the transaction that ends it.
#[derive(Clone, Debug)]
pub enum Done {
    /// A recovery point, and what there is to know about it.
    Point {
        /// The point.
        point: Box<RecoveryPoint>,
        /// What there is to know.
        warnings: Vec<JobWarning>,
    },
    /// What a verification found.
    Verified(Box<Verified>),
    /// What a prune did.
    Pruned(Pruned),
    /// The storage of the job's vault.
    VaultReady,
    /// Nothing that the database has to know.
    Nothing,
}

/// The phases of a kind, none of them begun.
pub(super) fn phases(kind: JobKind) -> Vec<PhaseState> {
    let phases: &[Phase] = match kind {
        JobKind::Backup => &[Phase::TakeSnapshot, Phase::TransferData, Phase::ValidateBackup],
        JobKind::Restore => &[Phase::PrepareTarget, Phase::WriteDisks],
        JobKind::Verify => &[Phase::CompareIndex, Phase::ReadPacks],
        JobKind::Prune => &[Phase::FindUnneeded, Phase::CopyNeeded, Phase::Condemn],
        JobKind::CreateVault | JobKind::CreateSampleDisks => &[Phase::Run],
    };
    phases.iter().map(|phase| PhaseState { phase: *phase, status: PhaseStatus::Waiting, duration_ms: 0 }).collect()
}

/// Runs the job to its end. When it was cancelled the error does not matter.
pub(super) async fn run(context: &Context) -> Result<Done> {
    match context.job.kind {
        JobKind::Backup => backup::run(context).await,
        JobKind::Restore => restore::run(context).await,
        JobKind::CreateVault => create_vault::run(context).await,
        JobKind::CreateSampleDisks => create_sample_disks::run(context).await,
        JobKind::Verify => verify::run(context).await,
        JobKind::Prune => prune::run(context).await,
    }
}

/// Removes what a job that did not complete may have left.
pub(super) async fn clean_up(context: &Context) {
    match context.job.kind {
        JobKind::Restore => restore::clean_up(context).await,
        JobKind::CreateSampleDisks => create_sample_disks::clean_up(context).await,
        // An unfinished backup leaves nothing that anyone can see; an unfinished vault is made anew or deleted.
        // A verification changes nothing; a prune that ends anywhere leaves a valid vault, and the next one goes on.
        JobKind::Backup | JobKind::CreateVault | JobKind::Verify | JobKind::Prune => {}
    }
}

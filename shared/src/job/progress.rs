//! How far a job is.

use serde::{Deserialize, Serialize};

/// A step of a job that has a name on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Phase {
    /// A backup opens the disks at one point in time.
    TakeSnapshot,
    /// A backup moves what is new; the only phase of it with a bar.
    TransferData,
    /// A backup checks what it wrote.
    ValidateBackup,
    /// A restore checks room and makes its folder.
    PrepareTarget,
    /// A restore writes the disks; the only phase of it with a bar.
    WriteDisks,
    /// A verification compares names, sizes and references.
    CompareIndex,
    /// A verification reads packs and looks which points the bad ones hurt; the only phase of it with a bar.
    ReadPacks,
    /// A prune looks what points need.
    FindUnneeded,
    /// A prune copies what is needed out of packs that go; the only phase of it with a bar.
    CopyNeeded,
    /// A prune condemns packs, and deletes those whose grace is over.
    Condemn,
    /// The only phase of the other kinds.
    Run,
}

impl Phase {
    /// Whether it moves so much that it has a bar; one of a job's phases at most.
    pub const fn has_bar(self) -> bool {
        matches!(self, Phase::TransferData | Phase::WriteDisks | Phase::ReadPacks | Phase::CopyNeeded)
    }
}

/// How a phase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PhaseStatus {
    /// Not begun.
    Waiting,
    /// Under way.
    InProgress,
    /// Done.
    Completed,
    /// Ended the job.
    Failed,
    /// Was under way when the job was cancelled.
    Cancelled,
}

/// A phase and how it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhaseState {
    /// The phase.
    pub phase: Phase,
    /// How it is.
    pub status: PhaseStatus,
    /// How long it has taken, in milliseconds.
    pub duration_ms: u64,
}

/// What holds a transfer up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Bottleneck {
    /// Reading the disks.
    Source,
    /// Hashing, compressing, encrypting.
    Processor,
    /// Writing the vault or the target.
    Storage,
}

/// How far a disk is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DiskProgress {
    /// The disk's name.
    pub name: String,
    /// What the machine sees.
    pub size_bytes: u64,
    /// What has to be read (holes are not).
    pub total_bytes: u64,
    /// What has been read, or written by a restore.
    pub done_bytes: u64,
}

/// How far a job is. No figure of it ever goes back while the job runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobProgress {
    /// The phases in order.
    pub phases: Vec<PhaseState>,
    /// The disks in order.
    pub disks: Vec<DiskProgress>,
    /// What has been read of all disks or packs, or written by a restore.
    pub done_bytes: u64,
    /// What has to be read or written in all.
    pub total_bytes: u64,
    /// What was new to the vault, before compression.
    pub new_bytes: u64,
    /// What was added to the vault's storage.
    pub stored_bytes: u64,
    /// Bytes a second over the last five seconds.
    pub rate_bytes_per_s: u64,
    /// What holds it up, when that can be told.
    pub bottleneck: Option<Bottleneck>,
}

impl JobProgress {
    /// The share that is done, 0 to 1; nothing before the total is known.
    #[expect(clippy::cast_precision_loss, reason = "a bar has no use for more than 52 bits")]
    pub fn share(&self) -> Option<f64> {
        (self.total_bytes > 0).then(|| (self.done_bytes as f64 / self.total_bytes as f64).min(1.0))
    }

    /// The seconds that are left at the present rate; nothing before there is a rate.
    pub fn seconds_left(&self) -> Option<u64> {
        let left = self.total_bytes.saturating_sub(self.done_bytes);
        (self.total_bytes > 0 && self.rate_bytes_per_s > 0).then(|| left.div_ceil(self.rate_bytes_per_s))
    }

    /// The phase that is under way.
    pub fn current_phase(&self) -> Option<Phase> {
        self.phases.iter().find(|p| p.status == PhaseStatus::InProgress).map(|p| p.phase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_tell_nothing_before_it_knows() {
        let progress = JobProgress::default();
        assert_eq!(progress.share(), None);
        assert_eq!(progress.seconds_left(), None);
    }

    #[test]
    fn should_never_exceed_the_whole() {
        let progress = JobProgress { done_bytes: 12, total_bytes: 10, rate_bytes_per_s: 5, ..JobProgress::default() };
        assert_eq!(progress.share(), Some(1.0));
        assert_eq!(progress.seconds_left(), Some(0));
    }
}

//! The engine's reports on the job's meter, the job's cancellation on the engine's, and the engine's notes in the job's log.

use std::sync::{Arc, Mutex, PoisonError};

use engine::{Cancel, Progress, Update};
use shared::job::Phase;
use shared::problem::Code;
use tokio::task::AbortHandle;

use crate::error::Result;
use crate::jobs::{Context, Meter};

/// The phase of the job that begins with a phase of the engine, if one does.
type Phases = fn(engine::Phase) -> Option<Phase>;

/// Takes the engine's reports for a job.
pub(super) struct EngineProgress {
    meter: Arc<Meter>,
    planned: Option<usize>,
    phases: Phases,
    notes: Mutex<Vec<String>>,
}

impl EngineProgress {
    /// For a call that plans its disks itself.
    pub(super) fn new(context: &Context) -> Self {
        Self { meter: context.meter.clone(), planned: None, phases: |_| None, notes: Mutex::default() }
    }

    /// For a call that moves the one disk that was planned at this place.
    pub(super) fn of_planned(context: &Context, place: usize) -> Self {
        Self { planned: Some(place), ..Self::new(context) }
    }

    /// For a call that moves no disks: which phase of the job the engine is in.
    pub(super) fn of_phases(context: &Context, phases: Phases) -> Self {
        Self { phases, ..Self::new(context) }
    }

    /// What the engine had to say; for the job's log.
    pub(super) fn notes(&self) -> Vec<String> {
        std::mem::take(&mut self.notes.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Progress for EngineProgress {
    fn report(&self, update: Update<'_>) {
        match update {
            Update::DiskPlanned { disk, size_bytes, to_read_bytes } if self.planned.is_none() => {
                self.meter.plan(disk, size_bytes, to_read_bytes);
            }
            Update::Phase(phase) => {
                if let Some(phase) = (self.phases)(phase) {
                    self.meter.begin(phase);
                }
            }
            Update::Planned { bytes } => self.meter.plan_bytes(bytes),
            Update::Read { disk, bytes } => self.meter.moved(self.planned.unwrap_or(disk), bytes),
            Update::New { bytes } => self.meter.new_bytes(bytes),
            Update::Stored { bytes } => self.meter.stored(bytes),
            Update::Note(note) => self.notes.lock().unwrap_or_else(PoisonError::into_inner).push(note.to_owned()),
            _ => {}
        }
    }
}

/// The job's cancellation, as the engine takes it, for as long as the guard lives.
pub(super) fn cancel(context: &Context) -> (Cancel, CancelGuard) {
    let cancel = Cancel::new();
    let (asked, told) = (context.cancel.clone(), cancel.clone());
    let task = tokio::spawn(async move {
        asked.cancelled().await;
        told.cancel();
    });
    (cancel, CancelGuard(task.abort_handle()))
}

/// Ends the passing on of the cancellation.
pub(super) struct CancelGuard(AbortHandle);

impl Drop for CancelGuard {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The code of what a vault's lock says.
pub(super) fn lock_code(error: &engine::LockError) -> Code {
    match error {
        engine::LockError::Held { .. } | engine::LockError::InUse { .. } => Code::VaultLocked,
        engine::LockError::Lost => Code::LeaseLost,
        engine::LockError::Store(error) => store_code(error),
        engine::LockError::Unreadable { .. } => Code::VaultDamaged,
    }
}

/// The code of what a vault's store says.
pub(super) fn store_code(error: &engine::store::StoreError) -> Code {
    match error {
        engine::store::StoreError::Full { .. } => Code::VaultFull,
        _ => Code::VaultUnreachable,
    }
}

/// The code of what reading a vault says.
pub(super) fn read_code(error: &engine::ReadError) -> Code {
    match error {
        engine::ReadError::Unreachable(error) => store_code(error),
        engine::ReadError::Damaged(_) => Code::VaultDamaged,
    }
}

/// Writes the engine's notes into the job's log.
pub(super) async fn log_notes(context: &Context, progress: &EngineProgress) -> Result<()> {
    for note in progress.notes() {
        context.info(note).await?;
    }
    Ok(())
}

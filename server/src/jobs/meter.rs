//! How far a running job is: counted by the threads that do the work, read by the runner four times a second.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use shared::job::{DiskProgress, JobKind, JobProgress, Phase, PhaseStatus};

/// Rates are over this window.
const WINDOW: Duration = Duration::from_secs(5);

/// The meter of one job.
#[derive(Debug)]
pub struct Meter {
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    progress: JobProgress,
    phase_began: Option<(usize, Instant)>,
    samples: VecDeque<(Instant, u64)>,
}

impl Meter {
    /// A meter that stands at the beginning of this kind's phases.
    pub fn new(kind: JobKind) -> Self {
        let progress = JobProgress { phases: super::kinds::phases(kind), ..JobProgress::default() };
        Self { state: Mutex::new(State { progress, phase_began: None, samples: VecDeque::new() }) }
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A phase begins; the one before it is completed.
    pub fn begin(&self, phase: Phase) {
        self.change(|state| {
            state.close_phase(PhaseStatus::Completed);
            if let Some(index) = state.progress.phases.iter().position(|p| p.phase == phase) {
                state.progress.phases[index].status = PhaseStatus::InProgress;
                state.phase_began = Some((index, Instant::now()));
            }
        });
    }

    /// The phase that is under way ends so, and the job with it.
    pub fn end(&self, status: PhaseStatus) {
        self.change(|state| {
            state.close_phase(status);
            state.progress.rate_bytes_per_s = 0;
        });
    }

    /// A disk is to be moved: its size, and what of it has to be read or written.
    pub fn plan(&self, name: &str, size_bytes: u64, total_bytes: u64) {
        self.change(|state| {
            let disk = DiskProgress { name: name.to_owned(), size_bytes, total_bytes, ..DiskProgress::default() };
            state.progress.total_bytes += total_bytes;
            state.progress.disks.push(disk);
        });
    }

    /// So much is to be read or written that is no disk's.
    pub fn plan_bytes(&self, bytes: u64) {
        self.change(|state| state.progress.total_bytes += bytes);
    }

    /// So much of the disk (by its place among the planned ones) was read, or written by a restore.
    pub fn moved(&self, disk: usize, bytes: u64) {
        self.change(|state| {
            state.progress.done_bytes += bytes;
            if let Some(disk) = state.progress.disks.get_mut(disk) {
                disk.done_bytes += bytes;
            }
        });
    }

    /// So much was new to the vault.
    pub fn new_bytes(&self, bytes: u64) {
        self.change(|state| state.progress.new_bytes += bytes);
    }

    /// So much was added to the vault's storage.
    pub fn stored(&self, bytes: u64) {
        self.change(|state| state.progress.stored_bytes += bytes);
    }

    /// How far the job is now.
    pub fn read(&self) -> JobProgress {
        self.change(|state| {
            let now = Instant::now();
            if let Some((index, began)) = state.phase_began {
                state.progress.phases[index].duration_ms = elapsed_ms(began);
            }
            state.samples.push_back((now, state.progress.done_bytes));
            while state.samples.front().is_some_and(|(at, _)| now - *at > WINDOW) {
                state.samples.pop_front();
            }
            if let Some((at, bytes)) = state.samples.front().copied() {
                let ms = u64::try_from((now - at).as_millis()).unwrap_or(u64::MAX);
                let moved = state.progress.done_bytes.saturating_sub(bytes);
                state.progress.rate_bytes_per_s = (moved * 1000).checked_div(ms).unwrap_or(0);
            }
            state.progress.clone()
        })
    }
}

impl State {
    fn close_phase(&mut self, status: PhaseStatus) {
        if let Some((index, began)) = self.phase_began.take() {
            self.progress.phases[index].status = status;
            self.progress.phases[index].duration_ms = elapsed_ms(began);
        }
    }
}

fn elapsed_ms(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}

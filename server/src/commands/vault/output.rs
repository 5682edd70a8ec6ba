//! What `cofre vault` prints: results on standard output, progress on standard error.

use std::io::{IsTerminal as _, Write as _, stderr, stdout};
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::{Duration, Instant};

use engine::{Phase, Progress, Update};

const INTERVAL: Duration = Duration::from_millis(500);

/// Where results go.
pub(super) struct Output {
    json: bool,
}

impl Output {
    pub(crate) fn new(json: bool) -> Self {
        Output { json }
    }

    /// One result: the value as a line of JSON, or the text.
    pub(crate) fn line(&self, value: &serde_json::Value, text: impl FnOnce() -> String) -> anyhow::Result<()> {
        let line = if self.json { value.to_string() } else { text() };
        writeln!(stdout(), "{line}")?;
        Ok(())
    }
}

/// Shows progress: a line that is written over on a terminal, else a line a phase.
pub(super) struct Meter {
    state: Mutex<State>,
    terminal: bool,
}

struct State {
    phase: &'static str,
    total_bytes: u64,
    read_bytes: u64,
    new_bytes: u64,
    shown: Instant,
}

impl Meter {
    pub(crate) fn new() -> Self {
        Meter {
            state: Mutex::new(State { phase: "", total_bytes: 0, read_bytes: 0, new_bytes: 0, shown: Instant::now() }),
            terminal: stderr().is_terminal(),
        }
    }
}

impl Progress for Meter {
    fn report(&self, update: Update<'_>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match update {
            Update::Phase(phase) => {
                state.phase = match phase {
                    Phase::Preparing => "preparing",
                    Phase::Transferring => "transferring",
                    Phase::Committing => "committing",
                    Phase::Verifying => "verifying",
                };
                if !self.terminal {
                    let _ = writeln!(stderr(), "{}", state.phase);
                }
            }
            Update::DiskPlanned { to_read_bytes, .. } => state.total_bytes += to_read_bytes,
            Update::Planned { bytes } => state.total_bytes += bytes,
            Update::Read { bytes, .. } => state.read_bytes += bytes,
            Update::New { bytes } => state.new_bytes += bytes,
            Update::Note(note) => {
                let _ = writeln!(stderr(), "{note}");
            }
            Update::Stored { .. } | Update::DiskDone { .. } => {}
        }
        if self.terminal && state.shown.elapsed() >= INTERVAL {
            state.shown = Instant::now();
            let mib = |bytes: u64| bytes >> 20;
            let (read, total, new) = (mib(state.read_bytes), mib(state.total_bytes), mib(state.new_bytes));
            let _ = write!(stderr(), "\r{}: {read} of {total} MiB, {new} MiB new  ", state.phase);
        }
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if self.terminal {
            let _ = writeln!(stderr());
        }
    }
}

//! Whose turn it is in this process: who waits for the vault alone is not kept waiting by ever new jobs, nor they by it for
//! long.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::core::{Core, lock};

/// New jobs wait this long for someone who waits for the vault alone; then they go on before it.
const HELD_BACK_MAX: Duration = Duration::from_mins(1);

/// Who works with the vault next.
#[derive(Default)]
pub(crate) struct Turn {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Anyone,
    /// Someone wants the vault alone, since then.
    Wanted(Instant),
    /// Someone has it alone.
    Alone,
}

/// The claim on the vault alone; given up when dropped.
pub(super) struct Claimed(Arc<Core>);

impl Turn {
    /// Waits until a shared lock may be asked for.
    pub(super) fn wait_for_share(&self) {
        let mut state = lock(&self.state);
        loop {
            let left = match *state {
                State::Anyone => return,
                State::Wanted(since) => match HELD_BACK_MAX.checked_sub(since.elapsed()) {
                    Some(left) if !left.is_zero() => left,
                    _ => return,
                },
                State::Alone => HELD_BACK_MAX,
            };
            state = self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Wakes who waits for the vault alone, because a shared lock was released; waits for that at most `timeout`.
    pub(super) fn wait_for_release(&self, timeout: Duration) {
        let waited = self.changed.wait_timeout(lock(&self.state), timeout);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    /// Tells that a lock was released.
    pub(super) fn released(&self) {
        self.changed.notify_all();
    }

    /// Claims the vault alone; `None` when someone else in this process has done so.
    pub(super) fn claim(core: &Arc<Core>) -> Option<Claimed> {
        let mut state = lock(&core.turn().state);
        match *state {
            State::Anyone => *state = State::Wanted(Instant::now()),
            State::Wanted(_) | State::Alone => return None,
        }
        drop(state);
        Some(Claimed(Arc::clone(core)))
    }
}

impl Claimed {
    /// The vault is locked exclusively now.
    pub(super) fn is_alone(&self) {
        *lock(&self.0.turn().state) = State::Alone;
    }
}

impl Drop for Claimed {
    fn drop(&mut self) {
        *lock(&self.0.turn().state) = State::Anyone;
        self.0.turn().changed.notify_all();
    }
}

//! Chunk buffers: a bounded number of bytes for the whole process, so that memory does not grow with jobs.

use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::core::lock;

/// 64 chunks of 256 KiB.
const BYTES_MAX: usize = 16 << 20;
const POLL: Duration = Duration::from_millis(100);

static BUFFERS: Buffers = Buffers { state: Mutex::new(State { used: 0, free: Vec::new() }), returned: Condvar::new() };

struct Buffers {
    state: Mutex<State>,
    returned: Condvar,
}

struct State {
    used: usize,
    free: Vec<Vec<u8>>,
}

/// A buffer of the pool; goes back when dropped.
pub(super) struct Buffer(Vec<u8>);

/// Takes a buffer of exactly `bytes` bytes, whatever they hold; waits while all are in use. `None` once `stopped` says so.
pub(super) fn take(bytes: usize, stopped: impl Fn() -> bool) -> Option<Buffer> {
    let mut state = lock(&BUFFERS.state);
    while state.used > 0 && state.used + bytes > BYTES_MAX {
        if stopped() {
            return None;
        }
        let waited = BUFFERS.returned.wait_timeout(state, POLL);
        state = waited.unwrap_or_else(PoisonError::into_inner).0;
    }
    state.used += bytes;
    let mut buffer = state.free.pop().unwrap_or_default();
    drop(state);
    buffer.resize(bytes, 0);
    Some(Buffer(buffer))
}

impl Drop for Buffer {
    fn drop(&mut self) {
        let buffer = std::mem::take(&mut self.0);
        let mut state = lock(&BUFFERS.state);
        state.used = state.used.saturating_sub(buffer.len());
        if state.used == 0 {
            state.free.clear();
        } else {
            state.free.push(buffer);
        }
        drop(state);
        BUFFERS.returned.notify_one();
    }
}

impl Deref for Buffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl DerefMut for Buffer {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.0
    }
}

//! Open packs: buffers that sealed blobs are appended to. There are about as many in the process as there are workers,
//! whatever the number of backups.

use std::sync::{Arc, Mutex};
use std::time::Instant;

use crate::archive::session::Session;
use crate::archive::workers;
use crate::core::lock;
use crate::format::FormatError;
use crate::pack::{Blob, Pack};

static OPEN: Mutex<OpenPacks> = Mutex::new(OpenPacks { idle: Vec::new(), spare: Vec::new(), live: 0 });

struct OpenPacks {
    /// Packs that no thread is appending to right now.
    idle: Vec<(Arc<Session>, Pack)>,
    /// Buffers without a pack.
    spare: Vec<Vec<u8>>,
    /// Packs that exist, idle or in a thread's hands.
    live: usize,
}

/// Appends a blob of data to one of the session's open packs, and writes the pack when it is full. Faults of the pack as a
/// whole are the session's; only a fault of this blob is answered.
/// Answers the bytes that it takes there.
pub(super) fn append(session: &Arc<Session>, blob: &Blob<'_>) -> Result<u64, FormatError> {
    let mut pack = take(session);
    let before = pack.len();
    let appended = pack.append(session.core(), blob).map(|()| (pack.len() - before) as u64);
    if pack.len() >= session.core().pack_bytes() {
        finish(session, pack);
    } else {
        lock(&OPEN).idle.push((Arc::clone(session), pack));
    }
    appended
}

/// Writes all of the session's packs that no thread is appending to right now.
pub(super) fn flush(session: &Arc<Session>) {
    while let Some(pack) = take_idle(session) {
        if pack.is_empty() {
            recycle(pack);
        } else {
            finish(session, pack);
        }
    }
}

/// Drops the session's open packs: nobody waits for them any more.
pub(super) fn discard(session: &Arc<Session>) {
    while let Some(pack) = take_idle(session) {
        recycle(pack);
    }
}

/// An open pack of the session; else a new one; and where there are enough already, another session's is written first.
fn take(session: &Arc<Session>) -> Pack {
    let mut open = lock(&OPEN);
    let own = open.idle.iter().rposition(|(owner, _)| Arc::ptr_eq(owner, session));
    if let Some(position) = own {
        return open.idle.swap_remove(position).1;
    }
    if open.live > workers::count() && !open.idle.is_empty() {
        let (owner, pack) = open.idle.swap_remove(0);
        drop(open);
        finish(&owner, pack);
        open = lock(&OPEN);
    }
    open.live += 1;
    Pack::in_buffer(open.spare.pop().unwrap_or_default())
}

fn take_idle(session: &Arc<Session>) -> Option<Pack> {
    let mut open = lock(&OPEN);
    let position = open.idle.iter().position(|(owner, _)| Arc::ptr_eq(owner, session))?;
    Some(open.idle.swap_remove(position).1)
}

fn finish(session: &Arc<Session>, mut pack: Pack) {
    if pack.is_empty() {
        recycle(pack);
        return;
    }
    let began = Instant::now();
    let written = if session.has_failed() { None } else { Some(pack.write(session.core())) };
    session.pace.stored(began.elapsed());
    recycle(pack);
    match written {
        Some(Ok(finished)) => session.pack_is_durable(finished),
        Some(Err(error)) => session.fail(error),
        None => {}
    }
}

fn recycle(pack: Pack) {
    let buffer = pack.into_buffer();
    let mut open = lock(&OPEN);
    open.live = open.live.saturating_sub(1);
    if open.live == 0 {
        open.spare.clear();
    } else {
        open.spare.push(buffer);
    }
}

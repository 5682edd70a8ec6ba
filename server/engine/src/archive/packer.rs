//! Open packs: buffers that sealed blobs are appended to. There are about as many in the process as there are workers,
//! whatever the number of backups.

use std::sync::{Arc, Mutex};

use crate::archive::session::Session;
use crate::archive::workers;
use crate::core::{Core, lock};
use crate::format::{BlobKind, FormatError, Id, PackEntry, encode_header};
use crate::store::{FileKind, StoreError};

static OPEN: Mutex<OpenPacks> = Mutex::new(OpenPacks { idle: Vec::new(), spare: Vec::new(), live: 0 });

struct OpenPacks {
    /// Packs that no thread is appending to right now.
    idle: Vec<(Arc<Session>, Pack)>,
    /// Buffers without a pack.
    spare: Vec<Vec<u8>>,
    /// Packs that exist, idle or in a thread's hands.
    live: usize,
}

/// A pack under construction.
#[derive(Default)]
pub(super) struct Pack {
    bytes: Vec<u8>,
    entries: Vec<PackEntry>,
}

/// A pack that is durable.
#[derive(Debug, Clone)]
pub(super) struct FinishedPack {
    pub(super) id: Id,
    pub(super) entries: Vec<PackEntry>,
    pub(super) bytes: u64,
}

/// A blob to append: its kind and id, the bytes to seal, and their plain length when they are compressed.
pub(super) struct Blob<'a> {
    pub(super) kind: BlobKind,
    pub(super) id: Id,
    pub(super) stored: &'a [u8],
    pub(super) raw_length: Option<usize>,
}

/// Why a pack could not be written.
#[derive(Debug)]
pub(super) enum PackError {
    Store(StoreError),
    Format(FormatError),
}

impl Pack {
    /// Seals a blob onto the end.
    pub(super) fn append(&mut self, core: &Core, blob: &Blob<'_>) -> Result<(), FormatError> {
        let too_long = |_| FormatError::malformed("pack", "longer than any pack may be");
        let offset = u32::try_from(self.bytes.len()).map_err(too_long)?;
        core.sealer().seal_into(blob.stored, &mut self.bytes)?;
        let end = u32::try_from(self.bytes.len()).map_err(too_long)?;
        self.entries.push(PackEntry {
            id: blob.id,
            kind: blob.kind,
            offset,
            length: end - offset,
            raw_length: blob.raw_length.map(u32::try_from).transpose().map_err(too_long)?,
        });
        Ok(())
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds the header and writes the pack; the buffer is empty afterwards, whatever happened.
    pub(super) fn write(&mut self, core: &Core) -> Result<FinishedPack, PackError> {
        let written = self.seal_header(core).map_err(PackError::Format).and_then(|()| {
            let id = Id::of(&self.bytes);
            core.store().put(FileKind::Pack.file(id), &self.bytes).map_err(PackError::Store)?;
            Ok(id)
        });
        let bytes = self.bytes.len() as u64;
        let entries = std::mem::take(&mut self.entries);
        self.bytes.clear();
        written.map(|id| FinishedPack { id, entries, bytes })
    }

    fn seal_header(&mut self, core: &Core) -> Result<(), FormatError> {
        let start = self.bytes.len();
        core.sealer().seal_into(&encode_header(&self.entries), &mut self.bytes)?;
        let length = u32::try_from(self.bytes.len() - start).map_err(|_| FormatError::Crypto)?;
        self.bytes.extend_from_slice(&length.to_le_bytes());
        Ok(())
    }
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
    Pack { bytes: open.spare.pop().unwrap_or_default(), entries: Vec::new() }
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
    let written = if session.has_failed() { None } else { Some(pack.write(session.core())) };
    recycle(pack);
    match written {
        Some(Ok(finished)) => session.pack_is_durable(finished),
        Some(Err(error)) => session.fail(error),
        None => {}
    }
}

fn recycle(mut pack: Pack) {
    pack.bytes.clear();
    let mut open = lock(&OPEN);
    open.live = open.live.saturating_sub(1);
    if open.live == 0 {
        open.spare.clear();
    } else {
        open.spare.push(pack.bytes);
    }
}

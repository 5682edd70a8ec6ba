//! Copying packs: read, compared with their names, written; a few at a time.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::cancel::Cancel;
use crate::core::lock;
use crate::fault::{Damage, ReadError};
use crate::format::{FormatError, Id, PackEntry, decode_header, header_length};
use crate::pack::{FinishedPack, Pack};
use crate::progress::{Progress, Update};
use crate::replicate::ReplicateError;
use crate::replicate::replica::put_if_absent;
use crate::replicate::sides::Sides;
use crate::store::{FileKind, StoreError, delete_if_there};
use crate::verify::read_header;

const TICK: Duration = Duration::from_millis(20);
/// So many packs are in memory at the same time.
const IN_FLIGHT: usize = 3;
/// Restic's largest packs have 128 MiB and a blob more.
const PACK_BYTES_MAX: u64 = 256 << 20;
const LENGTH_BYTES: usize = 4;

/// What became of some packs.
#[derive(Default)]
pub(super) struct Copied {
    /// At the replica now, durable, and named by no index yet.
    pub(super) packs: Vec<FinishedPack>,
    /// Packs of the vault that are missing or damaged, by id. Nothing of them was written.
    pub(super) damaged: Vec<(Id, Damage)>,
    /// Files of the replica that were damaged and have been replaced.
    pub(super) mended: Vec<Damage>,
    /// How many packs were written.
    pub(super) written: u64,
}

struct Work<'a> {
    sides: &'a Sides<'a>,
    copied: Mutex<Copied>,
    read_bytes: AtomicU64,
    stored_bytes: AtomicU64,
}

/// Copies these packs. Answers also the bytes read and written.
pub(super) fn copy_packs(
    sides: &Sides<'_>,
    packs: &[Id],
    progress: &dyn Progress,
    cancel: &Cancel,
) -> Result<(Copied, u64, u64), ReplicateError> {
    let work = Work { sides, copied: Mutex::default(), read_bytes: AtomicU64::new(0), stored_bytes: AtomicU64::new(0) };
    let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let failure: Mutex<Option<ReplicateError>> = Mutex::default();
    let run = || {
        while !cancel.is_cancelled() && !stopped.load(Ordering::Relaxed) {
            let Some(pack) = packs.get(next.fetch_add(1, Ordering::Relaxed)) else { return };
            if let Err(error) = work.copy(*pack) {
                lock(&failure).get_or_insert(error);
                stopped.store(true, Ordering::Relaxed);
            }
        }
    };
    let mut reported = (0, 0);
    let mut report = || {
        let (read, stored) = (work.read_bytes.load(Ordering::Relaxed), work.stored_bytes.load(Ordering::Relaxed));
        progress.report(Update::Read { disk: 0, bytes: read - reported.0 });
        progress.report(Update::Stored { bytes: stored - reported.1 });
        reported = (read, stored);
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..IN_FLIGHT.min(packs.len())).map(|_| scope.spawn(run)).collect();
        while !workers.iter().all(thread::ScopedJoinHandle::is_finished) {
            thread::park_timeout(TICK);
            report();
        }
        if workers.into_iter().any(|worker| worker.join().is_err()) {
            lock(&failure).get_or_insert(ReplicateError::Internal { what: "a worker failed".to_owned() });
        }
    });
    report();
    if cancel.is_cancelled() {
        return Err(ReplicateError::Cancelled);
    }
    let failure = lock(&failure).take();
    let copied = std::mem::take(&mut *lock(&work.copied));
    failure.map_or(Ok((copied, work.read_bytes.into_inner(), work.stored_bytes.into_inner())), Err)
}

impl Work<'_> {
    fn copy(&self, id: Id) -> Result<(), ReplicateError> {
        if let Some(pack) = self.left_by_an_earlier_run(id)? {
            self.read_bytes.fetch_add(pack.bytes, Ordering::Relaxed);
            lock(&self.copied).packs.push(pack);
            return Ok(());
        }
        match self.read(id)? {
            Ok((bytes, entries)) => self.write(id, &bytes, entries),
            Err(damage) => {
                lock(&self.copied).damaged.push((id, damage));
                Ok(())
            }
        }
    }

    /// A pack of the same name and size that is not condemned was copied before, and not named yet.
    fn left_by_an_earlier_run(&self, id: Id) -> Result<Option<FinishedPack>, ReplicateError> {
        let (here, there) = (self.sides.at_vault.get(&id), self.sides.at_replica.get(&id));
        let Some(bytes) = there.copied().filter(|bytes| here == Some(bytes) && !self.sides.condemned.contains(&id))
        else {
            return Ok(None);
        };
        match read_header(self.sides.replica, id) {
            Ok(entries) => Ok(Some(FinishedPack { id, entries, bytes })),
            Err(ReadError::Damaged(_)) => Ok(None),
            Err(error) => Err(ReplicateError::at_replica(error)),
        }
    }

    /// The bytes of a pack and its blobs, or what is wrong with it.
    #[allow(clippy::type_complexity)]
    fn read(&self, id: Id) -> Result<Result<(Vec<u8>, Vec<PackEntry>), Damage>, ReplicateError> {
        let name = FileKind::Pack.file(id);
        let damaged = |why: &str| Ok(Err(Damage::new(name, why)));
        match self.sides.at_vault.get(&id) {
            None => return damaged("the file is missing"),
            Some(bytes) if *bytes > PACK_BYTES_MAX => return damaged("it is longer than any pack may be"),
            Some(_) => {}
        }
        let bytes = match self.sides.vault.store().get(name).map_err(ReadError::from_store) {
            Ok(bytes) => bytes,
            Err(ReadError::Damaged(damage)) => return Ok(Err(damage)),
            Err(error) => return Err(ReplicateError::at_vault(error)),
        };
        self.read_bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        if Id::of(&bytes) != id {
            return damaged("its name is not the hash of its bytes");
        }
        match self.entries(&bytes) {
            Ok(entries) => Ok(Ok((bytes, entries))),
            Err(error) => Ok(Err(Damage::new(name, error))),
        }
    }

    fn entries(&self, bytes: &[u8]) -> Result<Vec<PackEntry>, FormatError> {
        let length = header_length(bytes, bytes.len() as u64)?;
        let end = bytes.len().saturating_sub(LENGTH_BYTES);
        let header = bytes.get(end.saturating_sub(length)..end).ok_or(FormatError::TooShort { what: "pack" })?;
        decode_header(self.sides.vault.sealer(), &mut header.to_vec(), bytes.len() as u64)
    }

    /// Writes a pack whose bytes are what its name says.
    fn write(&self, id: Id, bytes: &[u8], entries: Vec<PackEntry>) -> Result<(), ReplicateError> {
        let pack = if self.sides.condemned.contains(&id) {
            // Under its own name it would be deleted when its grace is over.
            store_anew(self.sides, bytes, &entries)?
        } else {
            self.put(id, bytes)?;
            FinishedPack { id, entries, bytes: bytes.len() as u64 }
        };
        self.stored_bytes.fetch_add(pack.bytes, Ordering::Relaxed);
        let mut copied = lock(&self.copied);
        copied.packs.push(pack);
        copied.written += 1;
        Ok(())
    }

    /// A file that has the name already is left when its bytes are right, and replaced when they are not.
    fn put(&self, id: Id, bytes: &[u8]) -> Result<(), ReplicateError> {
        let (name, store) = (FileKind::Pack.file(id), self.sides.replica.store());
        if put_if_absent(store, name, bytes)? {
            return Ok(());
        }
        match store.get(name) {
            Ok(there) if there == bytes => return Ok(()),
            Ok(_) | Err(StoreError::Missing { .. } | StoreError::TooShort { .. }) => {}
            Err(error) => return Err(ReplicateError::ReplicaStore(error)),
        }
        delete_if_there(store, name).map_err(ReplicateError::ReplicaStore)?;
        put_if_absent(store, name, bytes)?;
        lock(&self.copied).mended.push(Damage::new(name, "its name is not the hash of its bytes"));
        Ok(())
    }
}

/// The same sealed blobs in a pack of another name: its header is sealed anew.
fn store_anew(sides: &Sides<'_>, bytes: &[u8], entries: &[PackEntry]) -> Result<FinishedPack, ReplicateError> {
    let mut pack = Pack::default();
    for entry in entries {
        let range = usize::try_from(entry.offset).ok().zip(usize::try_from(entry.length).ok());
        let sealed = range.and_then(|(offset, length)| bytes.get(offset..offset.checked_add(length)?));
        pack.append_sealed(entry, sealed.ok_or(FormatError::TooShort { what: "pack" })?)?;
    }
    Ok(pack.write(sides.replica)?)
}

//! A restore from the request to the durable file.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use crate::cancel::Cancel;
use crate::core::{Core, Scratch, lock};
use crate::fault::{Damage, ReadError};
use crate::format::Id;
use crate::index;
use crate::lock::{LockError, VaultLock};
use crate::progress::{Phase, Progress, Update};
use crate::restore::chunk_source::ChunkSource;
use crate::restore::target::Target;
use crate::restore::{RestoreError, RestoreOutcome, RestoreRequest};
use crate::store::StoreError;
use crate::stored_disk::StoredDisk;

const TICK: Duration = Duration::from_millis(20);

struct Job<'a> {
    chunks: ChunkSource,
    target: Target,
    plan: Mutex<Plan>,
    cancel: &'a Cancel,
    stopped: AtomicBool,
    failure: Mutex<Option<RestoreError>>,
    read_bytes: AtomicU64,
    /// The same and the holes that were passed over: how far the disk is.
    passed_bytes: AtomicU64,
}

/// A chunk to write: where, how long (in bytes), and its id.
struct Piece {
    offset: u64,
    len: u64,
    id: Id,
}

/// Chunks still to be written: number and id.
struct Plan {
    disk: StoredDisk,
    zero_id: Id,
    segment: u64,
    ready: VecDeque<(u64, Id)>,
}

/// Writes a disk of a point.
pub(crate) fn restore(
    (core, replicas): (&Arc<Core>, Vec<Arc<Core>>),
    request: RestoreRequest,
    progress: &dyn Progress,
    cancel: &Cancel,
) -> Result<RestoreOutcome, RestoreError> {
    let started = Instant::now();
    progress.report(Update::Phase(Phase::Preparing));
    if request.target.file.metadata().map_err(RestoreError::Target)?.len() != 0 {
        return Err(RestoreError::TargetNotEmpty);
    }
    let _lock = lock_if_possible(core, progress)?;
    for damage in index::refresh(core)? {
        progress.report(Update::Note(&format!("restoring without a part of the index: {damage}")));
    }
    let chunks = ChunkSource::new(Arc::clone(core), replicas);
    let found = chunks.point(request.point)?.ok_or(RestoreError::NoSuchPoint(request.point))?;
    let Some(listed) = found.disks.iter().find(|disk| disk.name == request.disk) else {
        return Err(RestoreError::NoSuchDisk(request.disk));
    };
    let disk = chunks.read_anywhere(|core| StoredDisk::open(core, &found, &request.disk))?;
    let size_bytes = disk.geometry.size_bytes;
    if listed.size_bytes != size_bytes {
        let what = format!("disk {:?} of point {}", request.disk, found.id);
        return Err(ReadError::from(Damage::new(what, "its two records of its size differ")).into());
    }
    progress.report(Update::DiskPlanned { disk: &request.disk, size_bytes, to_read_bytes: size_bytes });
    let chunk_bytes = usize::try_from(disk.geometry.chunk_bytes).unwrap_or(usize::MAX);
    let job = Job {
        chunks,
        target: Target::create(request.target, size_bytes).map_err(RestoreError::Target)?,
        plan: Mutex::new(Plan { zero_id: Id::of(&vec![0; chunk_bytes]), disk, segment: 0, ready: VecDeque::new() }),
        cancel,
        stopped: AtomicBool::new(false),
        failure: Mutex::default(),
        read_bytes: AtomicU64::new(0),
        passed_bytes: AtomicU64::new(0),
    };
    progress.report(Update::Phase(Phase::Transferring));
    job.run(progress)?;
    job.chunks.tell(progress);
    progress.report(Update::DiskDone { disk: &request.disk });
    progress.report(Update::Phase(Phase::Committing));
    job.target.finish().map_err(RestoreError::Target)?;
    Ok(RestoreOutcome { size_bytes, read_bytes: job.read_bytes.into_inner(), duration: started.elapsed() })
}

/// A vault that cannot be written to can still be restored from.
fn lock_if_possible(core: &Arc<Core>, progress: &dyn Progress) -> Result<Option<VaultLock>, LockError> {
    match VaultLock::shared(core) {
        Ok(lock) => Ok(Some(lock)),
        Err(LockError::Store(error @ (StoreError::Full { .. } | StoreError::Unreachable { .. }))) => {
            progress.report(Update::Note(&format!("restoring without a lock: {error}")));
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Wakes the waiting thread when a worker ends, however it ends.
struct Wake<'a>(&'a Thread);

impl Drop for Wake<'_> {
    fn drop(&mut self) {
        self.0.unpark();
    }
}

impl Job<'_> {
    fn run(&self, progress: &dyn Progress) -> Result<(), RestoreError> {
        let mut reported = 0;
        let waiting = thread::current();
        thread::scope(|scope| {
            let count = thread::available_parallelism().map_or(2, usize::from) + 1;
            let workers: Vec<_> = (0..count).map(|_| scope.spawn(|| self.work(&waiting))).collect();
            while !workers.iter().all(thread::ScopedJoinHandle::is_finished) {
                // The last worker wakes this thread.
                thread::park_timeout(TICK);
                let passed = self.passed_bytes.load(Ordering::Relaxed);
                if passed > reported {
                    progress.report(Update::Read { disk: 0, bytes: passed - reported });
                    reported = passed;
                }
            }
            let passed = self.passed_bytes.load(Ordering::Relaxed);
            progress.report(Update::Read { disk: 0, bytes: passed - reported });
            if workers.into_iter().any(|worker| worker.join().is_err()) {
                self.fail(RestoreError::Internal { what: "a worker failed".to_owned() });
            }
        });
        if self.cancel.is_cancelled() {
            return Err(RestoreError::Cancelled);
        }
        lock(&self.failure).take().map_or(Ok(()), Err)
    }

    fn work(&self, waiting: &Thread) {
        let _wake = Wake(waiting);
        let mut scratch = Scratch::default();
        while !self.is_stopped() {
            // A statement of its own: the plan is not to stay locked while the chunk is written.
            let next = lock(&self.plan).next(self);
            let written = match next {
                Ok(Some(piece)) => self.write_piece(&piece, &mut scratch),
                Ok(None) => return,
                Err(error) => Err(error.into()),
            };
            if let Err(error) = written {
                self.fail(error);
            }
        }
    }

    fn write_piece(&self, piece: &Piece, scratch: &mut Scratch) -> Result<(), RestoreError> {
        let Piece { offset, len, id } = *piece;
        let bytes = self.chunks.read(id, len, scratch)?;
        self.target.write(offset, &bytes).map_err(RestoreError::Target)?;
        self.read_bytes.fetch_add(len, Ordering::Relaxed);
        self.passed_bytes.fetch_add(len, Ordering::Relaxed);
        Ok(())
    }

    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed) || self.cancel.is_cancelled()
    }

    fn fail(&self, error: RestoreError) {
        lock(&self.failure).get_or_insert(error);
        self.stopped.store(true, Ordering::Relaxed);
    }
}

impl Plan {
    /// The next chunk that is not zeros: offset and length in bytes, and its id.
    fn next(&mut self, job: &Job<'_>) -> Result<Option<Piece>, ReadError> {
        let geometry = self.disk.geometry;
        while self.ready.is_empty() {
            if self.segment >= geometry.segments() || job.is_stopped() {
                return Ok(None);
            }
            let first = self.segment * geometry.chunks_per_segment();
            let chunks = job.chunks.read_anywhere(|core| self.disk.segment(core, self.segment))?;
            for (chunk, id) in (first..).zip(chunks) {
                if id == self.zero_id {
                    job.passed_bytes.fetch_add(geometry.chunk_len(chunk), Ordering::Relaxed);
                } else {
                    self.ready.push_back((chunk, id));
                }
            }
            self.segment += 1;
        }
        let next = self.ready.pop_front();
        Ok(next.map(|(chunk, id)| Piece { offset: chunk * geometry.chunk_bytes, len: geometry.chunk_len(chunk), id }))
    }
}

//! A restore from the request to the durable file.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use crate::cancel::Cancel;
use crate::core::{Core, lock};
use crate::progress::{Phase, Progress, Update};
use crate::restore::chunk_source::ChunkSource;
use crate::restore::find::{find_disk, lock_if_possible};
use crate::restore::plan::Plan;
use crate::restore::target::Target;
use crate::restore::write::{Buffers, Writing};
use crate::restore::{ImageFormat, RestoreError, RestoreOutcome, RestoreRequest};

const TICK: Duration = Duration::from_millis(20);

struct Job<'a> {
    writing: Writing,
    plan: Mutex<Plan>,
    cancel: &'a Cancel,
    stopped: AtomicBool,
    failure: Mutex<Option<RestoreError>>,
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
    let target = &request.target;
    let length = target.file.metadata().map_err(RestoreError::Target)?.len();
    // An image in another format than the disk's own bytes is made anew.
    if length != 0 && !(target.begun && target.format == ImageFormat::Raw) {
        return Err(RestoreError::TargetNotEmpty);
    }
    let _lock = lock_if_possible(core, progress)?;
    let chunks = ChunkSource::new(Arc::clone(core), replicas);
    let disk = find_disk(&chunks, (request.point, &request.disk), progress)?;
    let size_bytes = disk.geometry.size_bytes;
    progress.report(Update::DiskPlanned { disk: &request.disk, size_bytes, to_read_bytes: size_bytes });
    let writing = Writing {
        chunks,
        begun: length != 0,
        target: Target::create(request.target, size_bytes).map_err(RestoreError::Target)?,
        geometry: disk.geometry,
        read_bytes: AtomicU64::new(0),
        passed_bytes: AtomicU64::new(0),
    };
    let plan = Mutex::new(Plan::new(disk));
    let job = Job { writing, plan, cancel, stopped: AtomicBool::new(false), failure: Mutex::default() };
    progress.report(Update::Phase(Phase::Transferring));
    job.run(progress)?;
    job.writing.chunks.tell(progress);
    progress.report(Update::DiskDone { disk: &request.disk });
    progress.report(Update::Phase(Phase::Committing));
    let Writing { target, read_bytes, .. } = job.writing;
    target.finish().map_err(RestoreError::Target)?;
    Ok(RestoreOutcome { size_bytes, read_bytes: read_bytes.into_inner(), duration: started.elapsed() })
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
                let passed = self.writing.passed_bytes.load(Ordering::Relaxed);
                if passed > reported {
                    progress.report(Update::Read { disk: 0, bytes: passed - reported });
                    reported = passed;
                }
            }
            let passed = self.writing.passed_bytes.load(Ordering::Relaxed);
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
        let mut buffers = Buffers::default();
        while !self.is_stopped() {
            self.writing.chunks.vault().rate().wait(&|| self.is_stopped());
            // A statement of its own: the plan is not to stay locked while blobs are written.
            let next = lock(&self.plan).next(&self.writing.chunks, &|| self.is_stopped());
            let done = match next {
                Ok(Some(step)) => self.writing.perform(step, &mut buffers),
                Ok(None) => return,
                Err(error) => Err(error.into()),
            };
            if let Err(error) = done {
                self.fail(error);
            }
        }
    }

    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed) || self.cancel.is_cancelled()
    }

    fn fail(&self, error: RestoreError) {
        lock(&self.failure).get_or_insert(error);
        self.stopped.store(true, Ordering::Relaxed);
    }
}

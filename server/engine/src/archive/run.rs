//! The state of one running backup, shared by its readers and the workers.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::archive::BackupError;
use crate::archive::blobs::NewBlobs;
use crate::archive::chunk::{self, Origin};
use crate::archive::claims::RunId;
use crate::archive::disk::DiskRun;
use crate::archive::session::{Member, Session};
use crate::archive::workers::{self, Kit};
use crate::cancel::Cancel;
use crate::core::{Core, lock};
use crate::format::{BlobKind, Id};

/// A running backup.
pub(super) struct Run {
    pub(super) id: RunId,
    session: Arc<Session>,
    pub(super) disks: Vec<DiskRun>,
    pub(super) cancel: Cancel,
    /// Whether every chunk is decompressed and compared; else one of sixteen.
    pub(super) check_all: bool,
    pub(super) chunks_compressed: AtomicU64,
    pub(super) new_chunks: AtomicU64,
    /// Bytes of the new chunks as they stand in packs: compressed and sealed.
    pub(super) sealed_bytes: AtomicU64,
    trees: Mutex<NewBlobs>,
    /// Chunks that another backup was storing when this one needed them.
    wanted: Mutex<Vec<(Id, Origin)>>,
    tasks: Mutex<usize>,
    tasks_changed: Condvar,
    stopped: AtomicBool,
    failure: Mutex<Option<BackupError>>,
}

/// Counts a task down when it ends, however it ends.
struct TaskEnd(Arc<Run>, bool);

impl Run {
    pub(super) fn new(
        member: &Member,
        disks: Vec<DiskRun>,
        check_all: bool,
        cancel: &Cancel,
    ) -> Result<Arc<Self>, BackupError> {
        Ok(Arc::new(Run {
            id: member.run(),
            session: Arc::clone(member.session()),
            disks,
            cancel: cancel.clone(),
            check_all,
            chunks_compressed: AtomicU64::new(0),
            new_chunks: AtomicU64::new(0),
            sealed_bytes: AtomicU64::new(0),
            trees: Mutex::new(NewBlobs::new(BlobKind::Tree)?),
            wanted: Mutex::default(),
            tasks: Mutex::new(0),
            tasks_changed: Condvar::new(),
            stopped: AtomicBool::new(false),
            failure: Mutex::default(),
        }))
    }

    pub(super) fn core(&self) -> &Core {
        self.session.core()
    }

    pub(super) fn session(&self) -> &Arc<Session> {
        &self.session
    }

    /// Whether nothing more should be begun: cancelled, failed, or the session failed.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed) || self.cancel.is_cancelled() || self.session().has_failed()
    }

    /// Notes the first fault and stops.
    pub(super) fn fail(&self, error: BackupError) {
        lock(&self.failure).get_or_insert(error);
        self.stopped.store(true, Ordering::Relaxed);
        self.tasks_changed.notify_all();
    }

    /// Stops without a fault of its own.
    pub(super) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// The first fault, of this backup or of the session; cancelling comes first.
    pub(super) fn check(&self) -> Result<(), BackupError> {
        if self.cancel.is_cancelled() {
            return Err(BackupError::Cancelled);
        }
        let failure = lock(&self.failure).take().or_else(|| self.session().failure());
        failure.map_or(Ok(()), Err)
    }

    /// Gives a task to the workers. It runs even when the backup has stopped, and should look.
    pub(super) fn submit(
        self: &Arc<Self>,
        task: impl FnOnce(&Arc<Run>, &mut Kit) -> Result<(), BackupError> + Send + 'static,
    ) {
        *lock(&self.tasks) += 1;
        let mut end = TaskEnd(Arc::clone(self), false);
        workers::submit(Box::new(move |kit| {
            let done = if end.0.is_stopped() { Ok(()) } else { task(&end.0, kit) };
            end.1 = true;
            if let Err(error) = done {
                end.0.fail(error);
            }
        }));
    }

    /// Stores these bytes as one data blob, soon. Answers its id.
    pub(super) fn submit_bytes(self: &Arc<Self>, bytes: Arc<[u8]>) -> Id {
        let id = Id::of(&bytes);
        self.submit(move |run, kit| {
            chunk::store(run, kit, id, &bytes, || Origin::Bytes(Arc::clone(&bytes))).map(|_| ())
        });
        id
    }

    /// Waits until no task is queued or running, but not long. Answers whether that is so.
    pub(super) fn wait_idle(&self, timeout: Duration) -> bool {
        let tasks = lock(&self.tasks);
        let waited = self.tasks_changed.wait_timeout_while(tasks, timeout, |tasks| *tasks > 0);
        *waited.unwrap_or_else(PoisonError::into_inner).0 == 0
    }

    /// Wakes who waits in [`Run::wait_idle`].
    pub(super) fn notify(&self) {
        self.tasks_changed.notify_all();
    }

    /// Stores a tree, unless it is stored already. Answers its id.
    pub(super) fn store_tree(&self, json: &[u8]) -> Result<Id, BackupError> {
        let id = Id::of(json);
        if !self.core().contains(BlobKind::Tree, id)? {
            self.trees().store(self.core(), id, json)?;
        }
        Ok(id)
    }

    pub(super) fn trees(&self) -> std::sync::MutexGuard<'_, NewBlobs> {
        lock(&self.trees)
    }

    pub(super) fn want(&self, id: Id, origin: Origin) {
        lock(&self.wanted).push((id, origin));
    }

    pub(super) fn take_wanted(&self) -> Vec<(Id, Origin)> {
        std::mem::take(&mut *lock(&self.wanted))
    }
}

impl Drop for TaskEnd {
    fn drop(&mut self) {
        if !self.1 {
            let what = "a worker did not finish its task".to_owned();
            self.0.fail(BackupError::Internal { what });
        }
        *lock(&self.0.tasks) -= 1;
        self.0.tasks_changed.notify_all();
    }
}

//! What the backups that run in one vault at the same time share: claims, open packs, and packs that no index lists yet.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::archive::BackupError;
use crate::archive::claims::{Claims, RunId, Standing};
use crate::archive::compression::Pace;
use crate::archive::packer;
use crate::core::{Core, lock};
use crate::fault::ReadError;
use crate::format::{BlobKind, Id};
use crate::index::{self, Published};
use crate::lock::VaultLock;
use crate::pack::{FinishedPack, PackError};
use crate::store::StoreError;

static NEXT_RUN: AtomicU64 = AtomicU64::new(1);

/// The backups that run in a vault.
pub(crate) struct Session {
    core: Arc<Core>,
    pub(super) pace: Pace,
    members: AtomicUsize,
    claims: Mutex<Claims>,
    changed: Condvar,
    unpublished: Mutex<Vec<FinishedPack>>,
    publishing: Mutex<()>,
    failed: AtomicBool,
    failure: Mutex<Option<Failure>>,
}

#[derive(Clone)]
enum Failure {
    Store(Arc<StoreError>),
    Other(String),
}

/// A backup's part in the session; leaving it is dropping this.
pub(super) struct Member {
    session: Arc<Session>,
    run: RunId,
}

/// Joins the vault's session, or begins one. A session that failed takes nobody new.
pub(super) fn join(core: &Arc<Core>) -> Member {
    let mut current = core.session();
    let running = current.upgrade().filter(|session| !session.has_failed());
    let session = running.unwrap_or_else(|| {
        let session = Arc::new(Session {
            core: Arc::clone(core),
            pace: Pace::new(core.compression()),
            members: AtomicUsize::new(0),
            claims: Mutex::default(),
            changed: Condvar::new(),
            unpublished: Mutex::default(),
            publishing: Mutex::default(),
            failed: AtomicBool::new(false),
            failure: Mutex::default(),
        });
        *current = Arc::downgrade(&session);
        session
    });
    session.members.fetch_add(1, Ordering::SeqCst);
    Member { session, run: NEXT_RUN.fetch_add(1, Ordering::Relaxed) }
}

impl Member {
    pub(super) fn session(&self) -> &Arc<Session> {
        &self.session
    }

    pub(super) fn run(&self) -> RunId {
        self.run
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        // Under the lock that joining takes, so that nobody joins a session whose packs are being dropped.
        let mut current = self.session.core.session();
        if self.session.members.fetch_sub(1, Ordering::SeqCst) == 1 {
            if current.upgrade().is_some_and(|session| Arc::ptr_eq(&session, &self.session)) {
                *current = std::sync::Weak::new();
            }
            packer::discard(&self.session);
        }
    }
}

impl Session {
    pub(super) fn core(&self) -> &Core {
        &self.core
    }

    /// Claims a chunk, unless an index lists it or someone has it.
    pub(super) fn claim(&self, id: Id, run: RunId) -> Result<Standing, ReadError> {
        let mut claims = lock(&self.claims);
        if self.core.contains(BlobKind::Data, id)? {
            return Ok(Standing::Settled);
        }
        Ok(claims.claim(id, run))
    }

    /// As [`Session::claim`], without claiming. `None` when nobody has the chunk.
    pub(super) fn standing(&self, id: Id, run: RunId) -> Result<Option<Standing>, ReadError> {
        let claims = lock(&self.claims);
        if self.core.contains(BlobKind::Data, id)? {
            return Ok(Some(Standing::Settled));
        }
        Ok(claims.standing(id, run))
    }

    pub(super) fn release(&self, id: Id) {
        lock(&self.claims).release(id);
        self.changed.notify_all();
    }

    /// How many chunks of this backup are not durable yet.
    pub(super) fn in_flight(&self, run: RunId) -> usize {
        lock(&self.claims).in_flight(run)
    }

    /// Waits until something changed, but not long.
    pub(super) fn wait(&self, timeout: Duration) {
        let waited = self.changed.wait_timeout(lock(&self.claims), timeout);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    pub(super) fn pack_is_durable(&self, pack: FinishedPack) {
        let mut unpublished = lock(&self.unpublished);
        let mut claims = lock(&self.claims);
        for entry in &pack.entries {
            claims.settle(entry.id);
        }
        unpublished.push(pack);
        drop((claims, unpublished));
        self.changed.notify_all();
    }

    pub(super) fn fail(&self, error: PackError) {
        let failure = match error {
            PackError::Store(error) => Failure::Store(Arc::new(error)),
            PackError::Format(error) => Failure::Other(error.to_string()),
        };
        lock(&self.failure).get_or_insert(failure);
        self.failed.store(true, Ordering::SeqCst);
        self.changed.notify_all();
    }

    pub(super) fn has_failed(&self) -> bool {
        self.failed.load(Ordering::SeqCst)
    }

    /// The fault that hit all backups of the session.
    pub(super) fn failure(&self) -> Option<BackupError> {
        lock(&self.failure).clone().map(|failure| match failure {
            Failure::Store(error) => BackupError::Store(error),
            Failure::Other(what) => BackupError::Internal { what },
        })
    }

    /// Whether so many blobs wait for an index that one should be written before the end.
    pub(super) fn wants_index(&self) -> bool {
        let unpublished = lock(&self.unpublished);
        unpublished.iter().map(|pack| pack.entries.len()).sum::<usize>() >= index::BLOBS_PER_FILE
    }

    /// Writes indexes for all durable packs of data, whoever filled them.
    pub(super) fn publish(&self, lock_held: &VaultLock) -> Result<Published, BackupError> {
        let _one_at_a_time = lock(&self.publishing);
        let packs = std::mem::take(&mut *lock(&self.unpublished));
        match index::publish(&self.core, &packs, lock_held) {
            Ok(published) => {
                let mut claims = lock(&self.claims);
                for entry in packs.iter().flat_map(|pack| &pack.entries) {
                    claims.release(entry.id);
                }
                Ok(published)
            }
            Err(error) => {
                lock(&self.unpublished).extend(packs);
                Err(error.into())
            }
        }
    }
}

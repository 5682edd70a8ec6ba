//! Our lock on a vault, the way restic locks: a file in `locks/`, written anew every five minutes.
//!
//! Everything we do takes a shared lock. Before anything is published, the holder looks that the lock still exists and is
//! fresh: a paused process must not publish after others may have taken its lock for dead.

use std::collections::BTreeSet;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime};

use rustix::process::{Pid, getgid, getpid, getuid, test_kill_process};
use rustix::system::uname;

use crate::clock;
use crate::core::{Core, lock};
use crate::format::{FormatError, Id, LockFile, open_document, seal_document};
use crate::store::{FileKind, StoreError};

const REFRESH: Duration = Duration::from_mins(5);
const RETRY: Duration = Duration::from_secs(30);
/// Others take a lock for dead after 30 minutes; ours is not trusted some time before.
const FRESH_MAX: Duration = Duration::from_mins(20);
const STALE: Duration = Duration::from_mins(30);

/// The locks that this process holds: with them, a dead process of the same number is told from ourselves.
static LIVE: Mutex<BTreeSet<Id>> = Mutex::new(BTreeSet::new());

/// Why a vault could not be locked, or the lock not be kept.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Someone holds the vault exclusively.
    #[error("the vault is locked exclusively by process {pid} of {username} on {hostname} since {since}")]
    Held {
        /// The holder's host.
        hostname: String,
        /// The holder's user.
        username: String,
        /// The holder's process.
        pid: i32,
        /// When the lock was written last.
        since: chrono::DateTime<chrono::Utc>,
    },
    /// A lock file cannot be read, so that nobody knows whether it is exclusive.
    #[error("the lock {id} cannot be read")]
    Unreadable {
        /// The file in `locks/`.
        id: Id,
        /// What is wrong with it.
        #[source]
        source: FormatError,
    },
    /// Our own lock was removed or grew old: nothing may be published any more.
    #[error("our own lock on the vault was lost")]
    Lost,
    /// The store failed.
    #[error("the lock could not be written or looked at")]
    Store(#[source] StoreError),
}

/// A lock that is held until it is dropped.
pub(crate) struct VaultLock {
    held: Arc<Held>,
    refresher: Option<JoinHandle<()>>,
}

struct Held {
    core: Arc<Core>,
    current: Mutex<Written>,
    stopped: Mutex<bool>,
    stop: Condvar,
}

#[derive(Clone, Copy)]
struct Written {
    id: Id,
    at: Instant,
    wall: SystemTime,
}

impl VaultLock {
    /// Takes a shared lock, unless someone else holds an exclusive one.
    pub(crate) fn shared(core: &Arc<Core>) -> Result<Self, LockError> {
        refuse_exclusive(core)?;
        let written = write(core)?;
        let held = Arc::new(Held {
            core: Arc::clone(core),
            current: Mutex::new(written),
            stopped: Mutex::new(false),
            stop: Condvar::new(),
        });
        let mut guard = VaultLock { held, refresher: None };
        refuse_exclusive(core)?;
        let held = Arc::clone(&guard.held);
        guard.refresher =
            std::thread::Builder::new().name("vault-lock".to_owned()).spawn(move || held.keep_fresh()).ok();
        Ok(guard)
    }

    /// Answers whether the lock still stands; to be called right before something is published.
    pub(crate) fn check(&self) -> Result<(), LockError> {
        let written = *lock(&self.held.current);
        let old = written.at.elapsed() > FRESH_MAX || written.wall.elapsed().is_ok_and(|age| age > FRESH_MAX);
        if old {
            return Err(LockError::Lost);
        }
        match self.held.core.store().head(FileKind::Lock.file(written.id)) {
            Ok(_) => Ok(()),
            // The refresher may just have replaced it.
            Err(StoreError::Missing { .. }) if lock(&self.held.current).id != written.id => Ok(()),
            Err(StoreError::Missing { .. }) => Err(LockError::Lost),
            Err(error) => Err(LockError::Store(error)),
        }
    }
}

impl Drop for VaultLock {
    fn drop(&mut self) {
        *lock(&self.held.stopped) = true;
        self.held.stop.notify_all();
        if let Some(refresher) = self.refresher.take() {
            let _ = refresher.join();
        }
        let id = lock(&self.held.current).id;
        remove(&self.held.core, id);
    }
}

impl Held {
    fn keep_fresh(&self) {
        let mut wait = REFRESH;
        let mut stopped = lock(&self.stopped);
        loop {
            let waited = self.stop.wait_timeout_while(stopped, wait, |stopped| !*stopped);
            stopped = waited.unwrap_or_else(PoisonError::into_inner).0;
            if *stopped {
                return;
            }
            let old = lock(&self.current).id;
            // A lock that someone removed must not come back: it may have been removed for good reason.
            let still_there = self.core.store().head(FileKind::Lock.file(old)).is_ok();
            wait = match still_there.then(|| write(&self.core)) {
                Some(Ok(written)) => {
                    *lock(&self.current) = written;
                    remove(&self.core, old);
                    REFRESH
                }
                _ => RETRY,
            };
        }
    }
}

/// Removes the locks of processes of this host that are gone, and answers how many.
pub(crate) fn remove_stale(core: &Core) -> Result<usize, LockError> {
    let mut removed = 0;
    for (id, _) in core.store().list(FileKind::Lock).map_err(LockError::Store)? {
        let Some(file) = read(core, id)? else { continue };
        if is_dead(&file, id) {
            match core.store().delete(FileKind::Lock.file(id)) {
                Ok(()) => removed += 1,
                Err(StoreError::Missing { .. }) => {}
                Err(error) => return Err(LockError::Store(error)),
            }
        }
    }
    Ok(removed)
}

fn is_dead(file: &LockFile, id: Id) -> bool {
    if file.hostname != hostname() || lock(&LIVE).contains(&id) {
        return false;
    }
    let own = getpid();
    let gone = match Pid::from_raw(file.pid) {
        Some(pid) if pid == own => true,
        Some(pid) => test_kill_process(pid).is_err_and(|errno| errno == rustix::io::Errno::SRCH),
        None => true,
    };
    let age = clock::now().signed_duration_since(file.time).to_std();
    gone || age.is_ok_and(|age| age > STALE)
}

fn refuse_exclusive(core: &Core) -> Result<(), LockError> {
    for (id, _) in core.store().list(FileKind::Lock).map_err(LockError::Store)? {
        let Some(file) = read(core, id)? else { continue };
        if file.exclusive {
            return Err(LockError::Held {
                hostname: file.hostname,
                username: file.username,
                pid: file.pid,
                since: file.time,
            });
        }
    }
    Ok(())
}

/// `None` when the lock went away.
fn read(core: &Core, id: Id) -> Result<Option<LockFile>, LockError> {
    let mut bytes = match core.store().get(FileKind::Lock.file(id)) {
        Ok(bytes) => bytes,
        Err(StoreError::Missing { .. }) => return Ok(None),
        Err(error) => return Err(LockError::Store(error)),
    };
    open_document(core.sealer(), &mut bytes)
        .and_then(|json| LockFile::decode(&json))
        .map(Some)
        .map_err(|source| LockError::Unreadable { id, source })
}

fn write(core: &Core) -> Result<Written, LockError> {
    let file = LockFile {
        time: clock::now(),
        exclusive: false,
        hostname: hostname(),
        username: username(),
        pid: getpid().as_raw_nonzero().get(),
        uid: getuid().as_raw(),
        gid: getgid().as_raw(),
    };
    let unwritable = |source| LockError::Unreadable { id: Id::from_bytes([0; 32]), source };
    let json = file.encode().map_err(unwritable)?;
    let bytes = seal_document(core.sealer(), &json).map_err(unwritable)?;
    let id = Id::of(&bytes);
    let (at, wall) = (Instant::now(), crate::clock::wall());
    lock(&LIVE).insert(id);
    if let Err(error) = core.store().put(FileKind::Lock.file(id), &bytes) {
        remove(core, id);
        return Err(LockError::Store(error));
    }
    Ok(Written { id, at, wall })
}

/// Best effort: what is left behind, the next start removes.
fn remove(core: &Core, id: Id) {
    let _ = core.store().delete(FileKind::Lock.file(id));
    lock(&LIVE).remove(&id);
}

/// This host's name, as restic would write it.
pub(crate) fn hostname() -> String {
    uname().nodename().to_string_lossy().into_owned()
}

/// The user's name, where the environment tells it.
pub(crate) fn username() -> String {
    std::env::var("USER").or_else(|_| std::env::var("LOGNAME")).unwrap_or_default()
}

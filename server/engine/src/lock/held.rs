//! A lock that is held: taking it, keeping it fresh, releasing it.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::cancel::Cancel;
use crate::core::{Core, lock};
use crate::format::LockFile;
use crate::lock::LockError;
use crate::lock::file::{Written, list, read, remove, write};
use crate::lock::stale::remove_stale;
use crate::lock::turn::{Claimed, Turn};
use crate::store::{FileKind, StoreError};

const REFRESH: Duration = Duration::from_mins(5);
const RETRY: Duration = Duration::from_secs(30);
/// Others take a lock for dead after 30 minutes; ours is not trusted some time before.
const FRESH_MAX: Duration = Duration::from_mins(20);
/// How often the locks of other processes are looked at while they are waited for.
const POLL: Duration = Duration::from_millis(200);

/// A lock that is held until it is dropped.
pub(crate) struct VaultLock {
    held: Arc<Held>,
    refresher: Option<JoinHandle<()>>,
    /// Given up after the file is gone.
    claimed: Option<Claimed>,
}

struct Held {
    core: Arc<Core>,
    exclusive: bool,
    current: Mutex<Written>,
    stopped: Mutex<bool>,
    stop: Condvar,
}

impl VaultLock {
    /// Takes a shared lock, unless someone else holds an exclusive one. Waits while another job of this process has the vault
    /// alone.
    pub(crate) fn shared(core: &Arc<Core>) -> Result<Self, LockError> {
        core.turn().wait_for_share();
        refuse_exclusive(core)?;
        let mut guard = VaultLock::write(core, false)?;
        refuse_exclusive(core)?;
        guard.keep_fresh();
        Ok(guard)
    }

    /// Takes an exclusive lock beside the shared one that the caller holds, as soon as nobody else holds any; waits for that
    /// as long as `patience`. New jobs of this process wait meanwhile. `None` once it is cancelled.
    pub(crate) fn exclusive(
        core: &Arc<Core>,
        own: &VaultLock,
        patience: Duration,
        cancel: &Cancel,
    ) -> Result<Option<Self>, LockError> {
        let began = Instant::now();
        let mut claimed = None;
        loop {
            claimed = claimed.or_else(|| Turn::claim(core));
            if claimed.is_some() {
                remove_stale(core)?;
                if let Some(mut alone) = VaultLock::try_exclusive(core, own)? {
                    claimed.iter().for_each(Claimed::is_alone);
                    alone.claimed = claimed;
                    alone.keep_fresh();
                    return Ok(Some(alone));
                }
            }
            if cancel.is_cancelled() {
                return Ok(None);
            }
            let Some(left) = patience.checked_sub(began.elapsed()).filter(|left| !left.is_zero()) else {
                return Err(in_use(core, own));
            };
            core.turn().wait_for_release(left.min(POLL));
        }
    }

    fn try_exclusive(core: &Arc<Core>, own: &VaultLock) -> Result<Option<Self>, LockError> {
        if other_than(core, &[own])?.is_some() {
            return Ok(None);
        }
        // Whoever takes a lock at the same time sees ours, or we see his.
        let lock = VaultLock::write(core, true)?;
        Ok(other_than(core, &[own, &lock])?.is_none().then_some(lock))
    }

    fn write(core: &Arc<Core>, exclusive: bool) -> Result<Self, LockError> {
        let current = Mutex::new(write(core, exclusive)?);
        let held = Held { core: Arc::clone(core), exclusive, current, stopped: Mutex::default(), stop: Condvar::new() };
        Ok(VaultLock { held: Arc::new(held), refresher: None, claimed: None })
    }

    fn keep_fresh(&mut self) {
        let held = Arc::clone(&self.held);
        let named = std::thread::Builder::new().name("vault-lock".to_owned());
        self.refresher = named.spawn(move || held.keep_fresh()).ok();
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
        drop(self.claimed.take());
        self.held.core.turn().released();
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
            wait = match still_there.then(|| write(&self.core, self.exclusive)) {
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

fn refuse_exclusive(core: &Core) -> Result<(), LockError> {
    for id in list(core)? {
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

/// A lock of someone other than these.
fn other_than(core: &Core, own: &[&VaultLock]) -> Result<Option<LockFile>, LockError> {
    for id in list(core)? {
        if own.iter().any(|own| lock(&own.held.current).id == id) {
            continue;
        }
        if let Some(file) = read(core, id)? {
            return Ok(Some(file));
        }
    }
    Ok(None)
}

/// Who is in the way: the holder of another lock, or, where there is none, another job of this process that waits too.
fn in_use(core: &Core, own: &VaultLock) -> LockError {
    let holder = match other_than(core, &[own]) {
        Ok(Some(other)) => Ok(Some(other)),
        Ok(None) => read(core, lock(&own.held.current).id),
        Err(error) => Err(error),
    };
    match holder {
        Ok(Some(LockFile { hostname, username, pid, time, .. })) => {
            LockError::InUse { hostname, username, pid, since: time }
        }
        Ok(None) => LockError::Lost,
        Err(error) => error,
    }
}

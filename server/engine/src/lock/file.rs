//! Lock files: writing, reading, removing.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::{Instant, SystemTime};

use rustix::process::{getgid, getpid, getuid};
use rustix::system::uname;

use crate::clock;
use crate::core::{Core, lock};
use crate::format::{Id, LockFile, open_document, seal_document};
use crate::lock::LockError;
use crate::store::{FileKind, StoreError};

/// The locks that this process holds: with them, a dead process of the same number is told from ourselves.
static LIVE: Mutex<BTreeSet<Id>> = Mutex::new(BTreeSet::new());

/// A lock file of ours, and when it was written.
#[derive(Clone, Copy)]
pub(super) struct Written {
    pub(super) id: Id,
    pub(super) at: Instant,
    pub(super) wall: SystemTime,
}

/// Writes a lock file.
pub(super) fn write(core: &Core, exclusive: bool) -> Result<Written, LockError> {
    let file = LockFile {
        time: clock::now(),
        exclusive,
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
    let (at, wall) = (Instant::now(), clock::wall());
    lock(&LIVE).insert(id);
    if let Err(error) = core.store().put(FileKind::Lock.file(id), &bytes) {
        remove(core, id);
        return Err(LockError::Store(error));
    }
    Ok(Written { id, at, wall })
}

/// Best effort: what is left behind, the next start removes.
pub(super) fn remove(core: &Core, id: Id) {
    let _ = core.store().delete(FileKind::Lock.file(id));
    lock(&LIVE).remove(&id);
}

/// Whether this process holds the lock.
pub(super) fn is_ours(id: Id) -> bool {
    lock(&LIVE).contains(&id)
}

/// All locks of the vault.
pub(super) fn list(core: &Core) -> Result<Vec<Id>, LockError> {
    let listed = core.store().list(FileKind::Lock).map_err(LockError::Store)?;
    Ok(listed.into_iter().map(|(id, _)| id).collect())
}

/// What a lock says; `None` when it went away.
pub(super) fn read(core: &Core, id: Id) -> Result<Option<LockFile>, LockError> {
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

/// This host's name, as restic would write it.
pub(crate) fn hostname() -> String {
    uname().nodename().to_string_lossy().into_owned()
}

/// The user's name, where the environment tells it.
pub(crate) fn username() -> String {
    std::env::var("USER").or_else(|_| std::env::var("LOGNAME")).unwrap_or_default()
}

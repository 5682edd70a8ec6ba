//! A store that fails when it is told to.
#![allow(unreachable_pub)]

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

use engine::format::Id;
use engine::store::{FileKind, FileName, LocalDir, Store, StoreError};

/// What happens to the operation that was picked, and to all that follow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// No space is left: writes fail, everything else works.
    Full,
    /// Nothing works any more, and nothing is cleaned up either: the nearest thing to being killed.
    Dead,
    /// One write fails after its bytes are in place.
    Doubt,
}

pub struct Faulty {
    inner: LocalDir,
    fault: Fault,
    /// Writes before the fault.
    writes_left: AtomicU64,
    pub writes: AtomicU64,
}

impl Faulty {
    pub fn new(inner: LocalDir, fault: Fault, writes_before: u64) -> Self {
        Faulty { inner, fault, writes_left: AtomicU64::new(writes_before), writes: AtomicU64::new(0) }
    }

    fn dead(&self) -> bool {
        self.fault == Fault::Dead && self.writes_left.load(Ordering::SeqCst) == 0
    }

    fn answer<T>(&self, what: &str, work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        if self.dead() { Err(unreachable(what)) } else { work() }
    }
}

fn unreachable(what: &str) -> StoreError {
    StoreError::Unreachable { doing: "reach", what: what.to_owned(), source: io::Error::other("injected") }
}

impl Store for Faulty {
    fn put(&self, name: FileName, bytes: &[u8]) -> Result<(), StoreError> {
        self.writes.fetch_add(1, Ordering::SeqCst);
        let left = self.writes_left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        match (left, self.fault) {
            (Ok(1), Fault::Doubt) => {
                self.inner.put(name, bytes)?;
                Err(unreachable("store"))
            }
            (Err(_), Fault::Full) => {
                Err(StoreError::Full { name, source: io::Error::from(io::ErrorKind::StorageFull) })
            }
            (Err(_), Fault::Dead) => Err(unreachable("store")),
            (Ok(_), _) | (Err(_), Fault::Doubt) => self.inner.put(name, bytes),
        }
    }

    fn get(&self, name: FileName) -> Result<Vec<u8>, StoreError> {
        self.answer("read", || self.inner.get(name))
    }

    fn get_range(&self, name: FileName, offset: u64, bytes: &mut [u8]) -> Result<(), StoreError> {
        self.answer("read", || self.inner.get_range(name, offset, bytes))
    }

    fn list(&self, kind: FileKind) -> Result<Vec<(Id, u64)>, StoreError> {
        self.answer("list", || self.inner.list(kind))
    }

    fn head(&self, name: FileName) -> Result<u64, StoreError> {
        self.answer("read", || self.inner.head(name))
    }

    fn delete(&self, name: FileName) -> Result<(), StoreError> {
        self.answer("delete", || self.inner.delete(name))
    }
}

//! A store that asks before each operation what is to become of it: for ending a process at any of them, or for letting
//! others work in between.
#![allow(dead_code, unreachable_pub)]

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

use engine::format::Id;
use engine::store::{FileKind, FileName, LocalDir, Store, StoreError};

/// What becomes of an operation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    Go,
    /// It does not happen, and fails.
    Fail,
    /// It happens, and its answer is lost.
    Doubt,
}

pub struct Stepped {
    inner: LocalDir,
    done: AtomicU64,
    ask: Box<dyn Fn(u64) -> Step + Send + Sync>,
}

impl Stepped {
    /// `ask` gets the number of the operation, from 0.
    pub fn new(inner: LocalDir, ask: impl Fn(u64) -> Step + Send + Sync + 'static) -> Self {
        Stepped { inner, done: AtomicU64::new(0), ask: Box::new(ask) }
    }

    /// How many operations there were.
    pub fn count(&self) -> u64 {
        self.done.load(Ordering::SeqCst)
    }

    fn step<T>(&self, work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        match (self.ask)(self.done.fetch_add(1, Ordering::SeqCst)) {
            Step::Go => work(),
            Step::Fail => Err(injected()),
            Step::Doubt => {
                work()?;
                Err(injected())
            }
        }
    }
}

fn injected() -> StoreError {
    StoreError::Unreachable { doing: "reach", what: "store".to_owned(), source: io::Error::other("injected") }
}

impl Store for Stepped {
    fn put(&self, name: FileName, bytes: &[u8]) -> Result<(), StoreError> {
        self.step(|| self.inner.put(name, bytes))
    }

    fn get(&self, name: FileName) -> Result<Vec<u8>, StoreError> {
        self.step(|| self.inner.get(name))
    }

    fn get_range(&self, name: FileName, offset: u64, bytes: &mut [u8]) -> Result<(), StoreError> {
        self.step(|| self.inner.get_range(name, offset, bytes))
    }

    fn list(&self, kind: FileKind) -> Result<Vec<(Id, u64)>, StoreError> {
        self.step(|| self.inner.list(kind))
    }

    fn head(&self, name: FileName) -> Result<u64, StoreError> {
        self.step(|| self.inner.head(name))
    }

    fn delete(&self, name: FileName) -> Result<(), StoreError> {
        self.step(|| self.inner.delete(name))
    }
}

/// Runs `test` for every operation, on all processors.
pub fn for_each_step(count: u64, test: impl Fn(u64) + Sync) {
    let next = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let step = next.fetch_add(1, Ordering::SeqCst);
                    if step >= count {
                        return;
                    }
                    test(step);
                }
            });
        }
    });
}

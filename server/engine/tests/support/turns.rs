//! Who goes on: operations on threads of their own that stop before each step at their stores, until the test lets one of them
//! take it. A step is an operation of the store; reads of files that follow each other are one.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::cell::Cell;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::Duration;

use engine::format::Id;
use engine::store::{FileKind, FileName, Memory, Store, StoreError};

/// Who does not come to its next step in this time waits for one of the others, and is not waited for. It decides who goes on,
/// never what is right. Operations that share nothing but the vault wait for nobody.
const PATIENCE: Duration = Duration::from_mins(1);
const PATIENCE_IN_ONE_PROCESS: Duration = Duration::from_millis(40);

thread_local! {
    static ACTOR: Cell<Option<usize>> = const { Cell::new(None) };
}

/// What happens next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Move {
    /// This operation takes a step.
    Go(usize),
    /// This operation never reaches its store again.
    Die(usize),
}

/// What is done on a thread of its own.
pub type Operation<'a, T> = Box<dyn FnOnce() -> T + Send + 'a>;

pub struct Turns {
    actors: Mutex<Vec<Actor>>,
    changed: Condvar,
    patience: Duration,
}

#[derive(Clone, Default)]
#[allow(clippy::struct_excessive_bools)]
struct Actor {
    waiting: usize,
    busy: usize,
    granted: bool,
    reading: bool,
    ended: bool,
    dead: bool,
    /// It did not come in time.
    absent: bool,
}

impl Actor {
    fn has_come(&self) -> bool {
        self.ended || (self.busy == 0 && self.waiting > 0 && !self.granted)
    }
}

/// Ends an operation also when it panics.
struct End<'a>(&'a Turns, usize);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.actors()[self.1].ended = true;
        self.0.changed.notify_all();
    }
}

impl Turns {
    /// Of operations in processes of their own.
    pub fn apart() -> Arc<Self> {
        Turns::with(PATIENCE)
    }

    /// Of operations in one process, which may wait for each other.
    pub fn together() -> Arc<Self> {
        Turns::with(PATIENCE_IN_ONE_PROCESS)
    }

    fn with(patience: Duration) -> Arc<Self> {
        Arc::new(Turns { actors: Mutex::default(), changed: Condvar::new(), patience })
    }

    fn actors(&self) -> MutexGuard<'_, Vec<Actor>> {
        self.actors.lock().unwrap()
    }

    /// Does all of these in the order that `next` says, which is asked with the operations that can go on. Answers what they
    /// answer, and which of them died.
    pub fn run<T: Send>(
        &self,
        operations: Vec<Operation<'_, T>>,
        mut next: impl FnMut(&[usize]) -> Move,
    ) -> Vec<(T, bool)> {
        *self.actors() = vec![Actor::default(); operations.len()];
        std::thread::scope(|scope| {
            let threads: Vec<_> = operations
                .into_iter()
                .enumerate()
                .map(|(number, operation)| {
                    scope.spawn(move || {
                        ACTOR.set(Some(number));
                        let _end = End(self, number);
                        operation()
                    })
                })
                .collect();
            while let Some(waiting) = self.who_waits() {
                if waiting.is_empty() {
                    continue;
                }
                let mut actors = self.actors();
                match next(&waiting) {
                    Move::Go(number) => actors[number].granted = true,
                    Move::Die(number) => actors[number].dead = true,
                }
                drop(actors);
                self.changed.notify_all();
            }
            let told: Vec<T> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
            told.into_iter().zip(std::mem::take(&mut *self.actors())).map(|(told, actor)| (told, actor.dead)).collect()
        })
    }

    /// Waits until everyone has come to its next step or to its end. `None`: all have ended.
    fn who_waits(&self) -> Option<Vec<usize>> {
        let is_awaited = |actors: &mut Vec<Actor>| actors.iter().any(|actor| !actor.has_come() && !actor.absent);
        let (mut actors, waited) =
            self.changed.wait_timeout_while(self.actors(), self.patience, |actors| is_awaited(actors)).unwrap();
        if actors.iter().all(|actor| actor.ended) {
            return None;
        }
        for actor in actors.iter_mut() {
            actor.absent = !actor.has_come() && (actor.absent || waited.timed_out());
        }
        let can_go = |actor: &Actor| !actor.ended && !actor.dead && actor.has_come();
        let waiting: Vec<usize> = (0..actors.len()).filter(|number| can_go(&actors[*number])).collect();
        if waiting.is_empty() {
            // All that are left wait for something else than their turn.
            drop(self.changed.wait_timeout(actors, self.patience).unwrap());
        }
        Some(waiting)
    }

    fn step<T>(
        &self,
        number: usize,
        reads: bool,
        work: impl FnOnce() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut actors = self.actors();
        if actors.is_empty() {
            drop(actors);
            return work();
        }
        let goes_on = reads && actors[number].reading;
        if !goes_on && !actors[number].dead {
            actors[number].waiting += 1;
            self.changed.notify_all();
            let stopped = |actors: &mut Vec<Actor>| !actors[number].granted && !actors[number].dead;
            actors = self.changed.wait_while(actors, stopped).unwrap();
            actors[number].granted = false;
            actors[number].waiting -= 1;
        }
        if actors[number].dead {
            return Err(dead());
        }
        actors[number].reading = reads;
        actors[number].busy += 1;
        drop(actors);
        let done = work();
        self.actors()[number].busy -= 1;
        self.changed.notify_all();
        done
    }
}

fn dead() -> StoreError {
    StoreError::Unreachable { doing: "reach", what: "store".to_owned(), source: io::Error::other("it died") }
}

/// A store as one operation reaches it, or, without a number, as the operation of the thread that calls does.
pub struct Gated {
    pub inner: Memory,
    pub turns: Arc<Turns>,
    pub actor: Option<usize>,
}

impl Gated {
    fn step<T>(&self, reads: bool, work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        match self.actor.or(ACTOR.get()) {
            Some(number) => self.turns.step(number, reads, work),
            None => work(),
        }
    }
}

impl Store for Gated {
    fn put(&self, name: FileName, bytes: &[u8]) -> Result<(), StoreError> {
        self.step(false, || self.inner.put(name, bytes))
    }

    fn get(&self, name: FileName) -> Result<Vec<u8>, StoreError> {
        self.step(true, || self.inner.get(name))
    }

    fn get_range(&self, name: FileName, offset: u64, bytes: &mut [u8]) -> Result<(), StoreError> {
        self.step(true, || self.inner.get_range(name, offset, bytes))
    }

    fn list(&self, kind: FileKind) -> Result<Vec<(Id, u64)>, StoreError> {
        self.step(false, || self.inner.list(kind))
    }

    fn head(&self, name: FileName) -> Result<u64, StoreError> {
        self.step(false, || self.inner.head(name))
    }

    fn delete(&self, name: FileName) -> Result<(), StoreError> {
        self.step(false, || self.inner.delete(name))
    }
}

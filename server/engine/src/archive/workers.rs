//! The workers: one pool a process, one thread a core and one more, which fills in while another writes a pack.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, Once, OnceLock, PoisonError};
use std::thread;

use crate::archive::compression::USUAL_LEVEL;
use crate::core::lock;
use crate::format::FormatError;

/// What a worker brings to a task.
pub(super) struct Kit {
    compressor: zstd::bulk::Compressor<'static>,
    level: i32,
    decompressor: zstd::bulk::Decompressor<'static>,
    compressed: Vec<u8>,
    plain: Vec<u8>,
}

/// Work for the pool. It must not block on other tasks.
pub(super) type Task = Box<dyn FnOnce(&mut Kit) + Send>;

struct Pool {
    queue: Mutex<VecDeque<Task>>,
    added: Condvar,
}

static POOL: OnceLock<Pool> = OnceLock::new();
static STARTED: Once = Once::new();

/// Queues a task, first in first out. The first call starts the threads.
pub(super) fn submit(task: Task) {
    let pool = POOL.get_or_init(|| Pool { queue: Mutex::default(), added: Condvar::new() });
    STARTED.call_once(|| {
        for _ in 0..count() {
            // A process that can start no thread at all has queued tasks that nobody takes; the backup's readers fail first.
            let _ = thread::Builder::new().name("vault-worker".to_owned()).spawn(|| work(pool));
        }
    });
    lock(&pool.queue).push_back(task);
    pool.added.notify_one();
}

/// How many workers there are.
pub(super) fn count() -> usize {
    thread::available_parallelism().map_or(2, usize::from) + 1
}

fn work(pool: &Pool) {
    let mut kit = None;
    loop {
        let mut queue = lock(&pool.queue);
        let task = loop {
            if let Some(task) = queue.pop_front() {
                break task;
            }
            queue = pool.added.wait(queue).unwrap_or_else(PoisonError::into_inner);
        };
        drop(queue);
        let mut ready = kit.take().or_else(|| Kit::new().ok());
        if let Some(kit) = &mut ready {
            // A task tells its backup of its own end, also when it unwinds.
            let _ = catch_unwind(AssertUnwindSafe(|| task(kit)));
        }
        kit = ready;
    }
}

impl Kit {
    pub(super) fn new() -> Result<Self, FormatError> {
        Ok(Kit {
            compressor: zstd::bulk::Compressor::new(USUAL_LEVEL).map_err(|_| FormatError::Crypto)?,
            level: USUAL_LEVEL,
            decompressor: zstd::bulk::Decompressor::new().map_err(|_| FormatError::Crypto)?,
            compressed: Vec::new(),
            plain: Vec::new(),
        })
    }

    /// The compressed form, or `None` when it would not be shorter.
    pub(super) fn compress(&mut self, plain: &[u8], level: i32) -> Result<Option<&[u8]>, FormatError> {
        if level != self.level {
            self.compressor.set_compression_level(level).map_err(|_| FormatError::Crypto)?;
            self.level = level;
        }
        let bound = zstd::zstd_safe::compress_bound(plain.len());
        self.compressed.clear();
        self.compressed.reserve(bound);
        self.compressor
            .compress_to_buffer(plain, &mut self.compressed)
            .map_err(|error| FormatError::malformed("chunk", error))?;
        Ok((self.compressed.len() < plain.len()).then_some(&self.compressed[..]))
    }

    /// Whether what was compressed last decompresses to `plain`.
    pub(super) fn reproduces(&mut self, plain: &[u8]) -> bool {
        self.plain.clear();
        self.plain.reserve(plain.len());
        let decompressed = self.decompressor.decompress_to_buffer(&self.compressed, &mut self.plain);
        decompressed.is_ok() && self.plain == plain
    }

    /// What was compressed last.
    pub(super) fn compressed(&self) -> &[u8] {
        &self.compressed
    }
}

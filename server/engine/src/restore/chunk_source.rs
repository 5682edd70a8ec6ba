//! Where a restore reads from: the vault, and what that cannot give from its replicas.

use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use crate::core::{Core, Scratch, blob_name, lock};
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, Id};
use crate::index;
use crate::lock::VaultLock;
use crate::point::{self, Point, PointId};
use crate::progress::{Progress, Update};

/// A vault and its replicas.
pub(super) struct ChunkSource {
    vault: Arc<Core>,
    replicas: Vec<Replica>,
    /// How often a replica had to help.
    from_replicas: AtomicU64,
    /// Why it had to for the first time.
    first: Mutex<Option<String>>,
}

/// A replica, opened when it is needed first.
struct Replica {
    core: Arc<Core>,
    opened: OnceLock<Opened>,
}

struct Opened {
    /// Whether its index could be read.
    is_readable: bool,
    /// Where one could be had, as for the vault.
    _lock: Option<VaultLock>,
}

impl ChunkSource {
    pub(super) fn new(vault: Arc<Core>, replicas: Vec<Arc<Core>>) -> Self {
        let replicas = replicas.into_iter().map(|core| Replica { core, opened: OnceLock::new() }).collect();
        ChunkSource { vault, replicas, from_replicas: AtomicU64::new(0), first: Mutex::default() }
    }

    /// The vault itself.
    pub(super) fn vault(&self) -> &Core {
        &self.vault
    }

    /// The point, where the vault or a replica has it.
    pub(super) fn point(&self, id: PointId) -> Result<Option<Point>, ReadError> {
        point::find(&self.vault, id).or_else(|lost| {
            let missing = || ReadError::from(Damage::new(format!("point {id}"), "it is not there"));
            self.ask_replicas(lost, |core| point::find(core, id)?.ok_or_else(missing)).map(Some)
        })
    }

    /// A chunk of `len` bytes, authenticated and compared with its id, wherever it comes from.
    pub(super) fn read<'a>(&self, id: Id, len: u64, scratch: &'a mut Scratch) -> Result<Cow<'a, [u8]>, ReadError> {
        match read_chunk(&self.vault, id, len, scratch) {
            Ok(bytes) => Ok(Cow::Borrowed(bytes)),
            Err(lost) => self.ask_replicas(lost, |core| {
                read_chunk(core, id, len, &mut Scratch::default()).map(|bytes| Cow::Owned(bytes.to_vec()))
            }),
        }
    }

    /// Reads from the vault, else from the first replica that can. What is read has an id, so it is the same everywhere.
    pub(super) fn read_anywhere<T>(&self, mut read: impl FnMut(&Core) -> Result<T, ReadError>) -> Result<T, ReadError> {
        read(&self.vault).or_else(|lost| self.ask_replicas(lost, read))
    }

    fn ask_replicas<T>(
        &self,
        lost: ReadError,
        mut read: impl FnMut(&Core) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        for replica in self.replicas.iter().filter(|replica| replica.is_open()) {
            if let Ok(found) = read(&replica.core) {
                self.from_replicas.fetch_add(1, Ordering::Relaxed);
                lock(&self.first).get_or_insert_with(|| lost.to_string());
                return Ok(found);
            }
        }
        // What the vault said is what there is to mend.
        Err(lost)
    }

    /// Tells how much came from replicas, if any did.
    pub(super) fn tell(&self, progress: &dyn Progress) {
        if let Some(why) = lock(&self.first).take() {
            let count = self.from_replicas.load(Ordering::Relaxed);
            progress.report(Update::Note(&format!(
                "{count} chunks and folders were read from a replica; the first: {why}"
            )));
        }
    }
}

impl Replica {
    fn is_open(&self) -> bool {
        let opened = self.opened.get_or_init(|| {
            let lock = VaultLock::shared(&self.core).ok();
            Opened { is_readable: index::refresh(&self.core).is_ok(), _lock: lock }
        });
        opened.is_readable
    }
}

fn read_chunk<'a>(core: &Core, id: Id, len: u64, scratch: &'a mut Scratch) -> Result<&'a [u8], ReadError> {
    let location = core.find_needed(BlobKind::Data, id)?;
    let bytes = core.read_location(&location, scratch)?;
    if bytes.len() as u64 != len {
        return Err(Damage::new(blob_name(BlobKind::Data, id), "it has another length than its place").into());
    }
    Ok(bytes)
}

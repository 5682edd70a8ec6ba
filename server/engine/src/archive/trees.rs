//! Tree blobs of one backup. They go into packs of the backup's own, which no index lists before all data is listed: a tree
//! in an index is the promise that everything below it is there.

use crate::archive::BackupError;
use crate::archive::compression::USUAL_LEVEL;
use crate::archive::workers::Kit;
use crate::core::Core;
use crate::format::{BlobKind, Id, IdSet};
use crate::pack::{Blob, FinishedPack, Pack};

const PACK_BYTES: usize = 8 << 20;

/// The new trees of a backup.
pub(super) struct NewTrees {
    kit: Kit,
    seen: IdSet,
    pack: Pack,
    finished: Vec<FinishedPack>,
}

impl NewTrees {
    pub(super) fn new() -> Result<Self, BackupError> {
        Ok(NewTrees { kit: Kit::new()?, seen: IdSet::default(), pack: Pack::default(), finished: Vec::new() })
    }

    /// Stores a tree that no index lists, once.
    pub(super) fn store(&mut self, core: &Core, id: Id, json: &[u8]) -> Result<(), BackupError> {
        if !self.seen.insert(id) {
            return Ok(());
        }
        self.kit.compress(json, USUAL_LEVEL)?;
        if !self.kit.reproduces(json) {
            return Err(BackupError::NotReproducible);
        }
        let blob = Blob { kind: BlobKind::Tree, id, stored: self.kit.compressed(), raw_length: Some(json.len()) };
        self.pack.append(core, &blob)?;
        if self.pack.len() >= PACK_BYTES.min(core.pack_bytes()) {
            self.finish_pack(core)?;
        }
        Ok(())
    }

    /// Writes the last pack and answers all of them.
    pub(super) fn finish(&mut self, core: &Core) -> Result<&[FinishedPack], BackupError> {
        if !self.pack.is_empty() {
            self.finish_pack(core)?;
        }
        Ok(&self.finished)
    }

    /// How many trees are new.
    pub(super) fn count(&self) -> u64 {
        self.seen.len() as u64
    }

    fn finish_pack(&mut self, core: &Core) -> Result<(), BackupError> {
        self.finished.push(self.pack.write(core)?);
        Ok(())
    }
}

//! Blobs that go into packs of their writer's own, one kind at a time: the trees of a backup, the files and trees of a catalogue.
//! No index lists trees before all data is listed: a tree in an index is the promise that everything below it is there.

use crate::archive::BackupError;
use crate::archive::compression::USUAL_LEVEL;
use crate::archive::workers::Kit;
use crate::core::Core;
use crate::format::{BlobKind, Id, IdSet};
use crate::pack::{Blob, FinishedPack, Pack};

const PACK_BYTES: usize = 8 << 20;

/// New blobs of one kind.
pub(crate) struct NewBlobs {
    kind: BlobKind,
    kit: Kit,
    seen: IdSet,
    pack: Pack,
    finished: Vec<FinishedPack>,
}

impl NewBlobs {
    pub(crate) fn new(kind: BlobKind) -> Result<Self, BackupError> {
        let (kit, seen) = (Kit::new()?, IdSet::default());
        Ok(NewBlobs { kind, kit, seen, pack: Pack::default(), finished: Vec::new() })
    }

    /// Stores a blob that no index lists, once.
    pub(crate) fn store(&mut self, core: &Core, id: Id, plain: &[u8]) -> Result<(), BackupError> {
        if !self.seen.insert(id) {
            return Ok(());
        }
        self.kit.compress(plain, USUAL_LEVEL)?;
        if !self.kit.reproduces(plain) {
            return Err(BackupError::NotReproducible);
        }
        let blob = Blob { kind: self.kind, id, stored: self.kit.compressed(), raw_length: Some(plain.len()) };
        self.pack.append(core, &blob)?;
        if self.pack.len() >= PACK_BYTES.min(core.pack_bytes()) {
            self.finish_pack(core)?;
        }
        Ok(())
    }

    /// Writes the last pack and answers all of them.
    pub(crate) fn finish(&mut self, core: &Core) -> Result<&[FinishedPack], BackupError> {
        if !self.pack.is_empty() {
            self.finish_pack(core)?;
        }
        Ok(&self.finished)
    }

    /// How many of them there are.
    pub(super) fn count(&self) -> u64 {
        self.seen.len() as u64
    }

    fn finish_pack(&mut self, core: &Core) -> Result<(), BackupError> {
        self.finished.push(self.pack.write(core)?);
        Ok(())
    }
}

//! Copying the needed blobs out of packs that are to go.

use crate::core::{Core, open_blob};
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, Id, PackEntry};
use crate::pack::{FinishedPack, Pack};
use crate::prune::PruneError;
use crate::store::FileKind;

/// The new packs, data and trees apart.
#[derive(Default)]
pub(super) struct Copies {
    data: Pack,
    trees: Pack,
    finished: Vec<FinishedPack>,
}

impl Copies {
    /// Copies these blobs of a pack, each opened and compared with its id before. The new packs are durable one by one.
    pub(super) fn add(&mut self, core: &Core, pack: Id, needed: &[PackEntry]) -> Result<(), PruneError> {
        let name = FileKind::Pack.file(pack);
        let bytes = core.store().get(name).map_err(ReadError::from_store)?;
        if Id::of(&bytes) != pack {
            return Err(PruneError::NeedsRepair(Damage::new(name, "its name is not the hash of its bytes")));
        }
        let (mut opened, mut plain) = (Vec::new(), Vec::new());
        for entry in needed {
            let range = usize::try_from(entry.offset).ok().zip(usize::try_from(entry.length).ok());
            let sealed = range.and_then(|(offset, length)| bytes.get(offset..offset.checked_add(length)?));
            let sealed = sealed.ok_or_else(|| PruneError::NeedsRepair(Damage::new(name, "the file is too short")))?;
            opened.clear();
            opened.extend_from_slice(sealed);
            open_blob(core.sealer(), entry, &mut opened, &mut plain)
                .map_err(|error| PruneError::NeedsRepair(Damage::new(name, error)))?;
            self.open_pack(entry.kind).append_sealed(entry, sealed).map_err(PruneError::Internal)?;
        }
        for kind in [BlobKind::Data, BlobKind::Tree] {
            if self.open_pack(kind).blob_bytes() >= core.pack_bytes() {
                self.finish_pack(core, kind)?;
            }
        }
        Ok(())
    }

    /// Writes what is open and answers all new packs.
    pub(super) fn finish(mut self, core: &Core) -> Result<Vec<FinishedPack>, PruneError> {
        for kind in [BlobKind::Data, BlobKind::Tree] {
            if !self.open_pack(kind).is_empty() {
                self.finish_pack(core, kind)?;
            }
        }
        Ok(self.finished)
    }

    fn finish_pack(&mut self, core: &Core, kind: BlobKind) -> Result<(), PruneError> {
        let finished = self.open_pack(kind).write(core)?;
        self.finished.push(finished);
        Ok(())
    }

    fn open_pack(&mut self, kind: BlobKind) -> &mut Pack {
        match kind {
            BlobKind::Data => &mut self.data,
            BlobKind::Tree => &mut self.trees,
        }
    }
}

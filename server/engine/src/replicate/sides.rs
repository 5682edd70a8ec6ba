//! The vault and its replica, as both stood when both were locked.

use crate::core::Core;
use crate::fault::ReadError;
use crate::format::{Id, IdMap, IdSet};
use crate::index;
use crate::progress::{Progress, Update};
use crate::prune;
use crate::replicate::ReplicateError;
use crate::store::FileKind;

/// Both sides, and which packs are where. Under our locks no pack that an index names goes away, and none is condemned.
pub(super) struct Sides<'a> {
    pub(super) vault: &'a Core,
    pub(super) replica: &'a Core,
    /// Packs of the vault with their bytes.
    pub(super) at_vault: IdMap<u64>,
    /// Packs of the replica with their bytes.
    pub(super) at_replica: IdMap<u64>,
    /// Packs that the replica has given up to deletion, which may happen at any time.
    pub(super) condemned: IdSet,
}

impl<'a> Sides<'a> {
    /// Looks at both; the snapshots must have been listed before, so that the indexes list what they need.
    pub(super) fn look(vault: &'a Core, replica: &'a Core, progress: &dyn Progress) -> Result<Self, ReplicateError> {
        for damage in index::refresh(vault).map_err(ReplicateError::at_vault)? {
            progress.report(Update::Note(&format!("replicating without a part of the index: {damage}")));
        }
        if let Some(damage) = index::refresh(replica).map_err(ReplicateError::at_replica)?.into_iter().next() {
            return Err(ReplicateError::ReplicaNeedsRepair(damage));
        }
        let packs = |core: &Core| core.store().list(FileKind::Pack).map(|packs| packs.into_iter().collect());
        Ok(Sides {
            vault,
            replica,
            at_vault: packs(vault).map_err(ReplicateError::Store)?,
            at_replica: packs(replica).map_err(ReplicateError::ReplicaStore)?,
            condemned: prune::condemned_packs(replica).map_err(ReplicateError::at_replica)?,
        })
    }

    /// Reads at the vault or, where that has lost it, at the replica.
    pub(super) fn read<T>(&self, read: impl Fn(&Core) -> Result<T, ReadError>) -> Result<T, ReadError> {
        read(self.vault).or_else(|lost| match lost {
            ReadError::Damaged(_) => read(self.replica).map_err(|_| lost),
            ReadError::Unreachable(_) => Err(lost),
        })
    }

    /// Notes a pack that is at the replica now.
    pub(super) fn note(&mut self, pack: Id, bytes: u64) {
        self.at_replica.insert(pack, bytes);
    }
}

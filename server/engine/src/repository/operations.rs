//! What an opened vault does, apart from restoring and replicating.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::archive::{self, BackupError, BackupOutcome, BackupRequest};
use crate::cancel::Cancel;
use crate::catalog::{self, Catalog, CatalogError, CatalogFile, CatalogOutcome};
use crate::fault::ReadError;
use crate::format::{BlobKind, Id};
use crate::index::{self};
use crate::lock::{self, LockError};
use crate::point::{self, Point, PointId, Survey};
use crate::progress::Progress;
use crate::prune::{self, PruneError, PruneOutcome, PrunePlan, PruneRequest};
use crate::repair::{self, RepairError, RepairReport};
use crate::repository::{ForgetError, PointsError, Repository};
use crate::reserve::with_reserve;
use crate::store::{self, FileKind, ProbeError, StoreError, delete_if_there};
use crate::verify::{self, Validation, VerifyError, VerifyReport, VerifyRequest};

/// What a vault takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Bytes of all packs, indexes and snapshots.
    pub stored_bytes: u64,
    /// How many packs there are.
    pub packs: u64,
    /// How many snapshots there are, strangers' included.
    pub snapshots: u64,
}

impl Repository {
    /// Compares the index with the vault's files, and answers how many blobs it names; one that is in several packs may count more than once.
    pub fn indexed_blobs(&self) -> Result<u64, ReadError> {
        index::refresh(&self.core)?;
        Ok(self.core.index().rows())
    }

    /// Whether the vault's index names a chunk of this content, as far as the index was compared with the files.
    pub fn holds_chunk(&self, content: Id) -> Result<bool, ReadError> {
        self.core.contains(BlobKind::Data, content)
    }

    /// Tries out whether the vault's store still keeps its word; writes and deletes a small file.
    pub fn probe(&self) -> Result<(), ProbeError> {
        store::probe(self.core.store())
    }

    /// Removes the locks that dead processes of this host left, and answers how many.
    pub fn remove_stale_locks(&self) -> Result<usize, LockError> {
        lock::remove_stale(&self.core)
    }

    /// Our points, oldest first. Catalogues and strangers' snapshots are not among them, nor are damaged ones: see [`Repository::survey`].
    pub fn points(&self) -> Result<Vec<Point>, PointsError> {
        Ok(self.survey()?.points)
    }

    /// Our points, and what else is in `snapshots/`.
    pub fn survey(&self) -> Result<Survey, PointsError> {
        Ok(point::survey(&self.core)?)
    }

    /// What the vault takes.
    pub fn usage(&self) -> Result<Usage, StoreError> {
        let list = |kind| self.core.store().list(kind);
        let (packs, indexes, snapshots) = (list(FileKind::Pack)?, list(FileKind::Index)?, list(FileKind::Snapshot)?);
        let files = packs.iter().chain(&indexes).chain(&snapshots);
        Ok(Usage {
            stored_bytes: files.map(|(_, bytes)| bytes).sum(),
            packs: packs.len() as u64,
            snapshots: snapshots.len() as u64,
        })
    }

    /// Makes a point of a machine's disks. Blocks until it is published, fails, or is cancelled.
    pub fn backup(
        &self,
        request: BackupRequest<'_>,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<BackupOutcome, BackupError> {
        archive::backup(&self.core, request, progress, cancel)
    }

    /// Writes a catalogue of these files, unless the newest one says the same; see [`Survey::catalogs`]. The newest two stay.
    pub fn write_catalog(&self, files: Vec<CatalogFile>, now: DateTime<Utc>) -> Result<CatalogOutcome, CatalogError> {
        catalog::write(&self.core, files, now)
    }

    /// The files of a catalogue, by name.
    pub fn read_catalog(&self, catalog: &Catalog) -> Result<Vec<CatalogFile>, CatalogError> {
        catalog::read(&self.core, catalog)
    }

    /// Looks at a point right after it was made: the size and header of each of `packs` (from its [`BackupOutcome`]), that an
    /// index lists them, and one chunk of every disk.
    pub fn validate(&self, point: PointId, packs: &[Id], cancel: &Cancel) -> Result<Validation, VerifyError> {
        verify::validate(&self.core, point, packs, cancel)
    }

    /// Looks at everything that the vault holds and tells which snapshots are hurt by what is bad.
    pub fn verify(
        &self,
        request: VerifyRequest,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<VerifyReport, VerifyError> {
        verify::verify(&self.core, request, progress, cancel)
    }

    /// Tells what [`Repository::prune`] would do, to the byte, and changes nothing.
    pub fn plan_prune(
        &self,
        request: &PruneRequest<'_>,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<PrunePlan, PruneError> {
        prune::plan(&self.core, request, progress, cancel)
    }

    /// Takes away what no snapshot needs: condemns it now, and deletes what was condemned longer ago than the grace.
    pub fn prune(
        &self,
        request: &PruneRequest<'_>,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<PruneOutcome, PruneError> {
        with_reserve(&self.core, PruneError::is_full, |room| {
            prune::prune(&self.core, request, room, (progress, cancel))
        })
    }

    /// Makes the index whole again: names packs that none names, from their headers, and takes out what cannot be read or is
    /// not there. Waits as long as `patience` until nobody else works with the vault.
    pub fn repair(
        &self,
        patience: Duration,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<RepairReport, RepairError> {
        with_reserve(&self.core, RepairError::is_full, |_| repair::repair(&self.core, patience, progress, cancel))
    }

    /// Deletes exactly these points; their data stays until it is pruned. All must be there, else nothing is deleted.
    pub fn forget(&self, ids: &[PointId]) -> Result<(), ForgetError> {
        with_reserve(&self.core, ForgetError::is_full, |_| self.forget_in_room(ids))
    }

    fn forget_in_room(&self, ids: &[PointId]) -> Result<(), ForgetError> {
        let _lock = lock::VaultLock::shared(&self.core)?;
        for id in ids {
            if point::find(&self.core, *id)?.is_none() {
                return Err(ForgetError::NoSuchPoint(*id));
            }
        }
        for &point in ids {
            let deleted = delete_if_there(self.core.store(), FileKind::Snapshot.file(point.0));
            deleted.map_err(|source| ForgetError::Store { point, source })?;
            self.core.known_points().remove(&point.0);
        }
        Ok(())
    }
}

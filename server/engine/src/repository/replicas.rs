//! A vault and its replicas.

use std::path::Path;
use std::sync::Arc;

use crate::cancel::Cancel;
use crate::progress::Progress;
use crate::replicate::{self, ReplicaLag, ReplicateError, ReplicateOutcome, ReplicateRequest};
use crate::repository::Repository;
use crate::repository::open::{NOTE, NOTE_NAME};
use crate::store::{FileKind, LocalDir, Store};

impl Repository {
    /// The replica of this vault in `store`: the one that is there, or a new one, for which the store must be empty. It has
    /// the vault's passwords.
    pub fn replica(&self, store: Arc<dyn Store>) -> Result<Repository, ReplicateError> {
        let core = Arc::new(replicate::open(&self.core, store)?);
        Ok(Repository { core, replicas: Arc::default() })
    }

    /// As [`Repository::replica`], in a folder.
    pub fn replica_in(&self, root: &Path) -> Result<Repository, ReplicateError> {
        let folder = LocalDir::new(root);
        if folder.is_free().map_err(ReplicateError::Folder)? {
            folder.create_folders().map_err(ReplicateError::Folder)?;
            folder.write_note(NOTE_NAME, NOTE).map_err(ReplicateError::Folder)?;
        } else if !root.join(NOTE_NAME).is_file() && !root.join(FileKind::Config.folder()).is_file() {
            return Err(ReplicateError::NotEmpty);
        }
        self.replica(Arc::new(folder))
    }

    /// Brings a replica the points that it lacks, oldest first. Points that were forgotten here stay there until they are
    /// forgotten there.
    pub fn replicate(
        &self,
        replica: &Repository,
        request: ReplicateRequest,
        progress: &dyn Progress,
        cancel: &Cancel,
    ) -> Result<ReplicateOutcome, ReplicateError> {
        replicate::replicate((&self.core, &replica.core), request, progress, cancel)
    }

    /// How far a replica is behind.
    pub fn replica_lag(&self, replica: &Repository) -> Result<ReplicaLag, ReplicateError> {
        replicate::lag(&self.core, &replica.core)
    }

    /// The same vault; what a restore cannot read here it reads from these replicas.
    #[must_use]
    pub fn with_replicas(&self, replicas: Vec<Repository>) -> Repository {
        Repository { core: Arc::clone(&self.core), replicas: replicas.into() }
    }
}

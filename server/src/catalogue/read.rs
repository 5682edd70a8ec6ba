//! Reading the newest catalogue of an opened vault.

use chrono::{DateTime, Utc};
use engine::{CatalogError, ReadError, Repository, Survey};
use shared::problem::Code;

use crate::catalogue::content::Content;
use crate::catalogue::files::{self, Unread};
use crate::error::{Result, caused};

/// A catalogue that a vault holds.
#[derive(Clone, Debug)]
pub struct Found {
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// The host of the server that wrote it.
    pub written_by: String,
    /// What it says.
    pub content: Content,
}

/// The newest catalogue that can be read; none where all are damaged. Blocks.
pub fn newest(repository: &Repository, survey: &Survey) -> Result<Option<Found>> {
    for catalog in survey.catalogs.iter().rev() {
        let files = match repository.read_catalog(catalog) {
            Ok(files) => files,
            Err(CatalogError::Read(ReadError::Unreachable(error))) => {
                return Err(caused(Code::VaultUnreachable, &error));
            }
            Err(error) => {
                tracing::warn!(catalogue = %catalog.id, "a catalogue cannot be read: {error}");
                continue;
            }
        };
        match files::decode(&files) {
            Ok(content) => {
                let (written_at, written_by) = (catalog.time, catalog.hostname.clone());
                return Ok(Some(Found { written_at, written_by, content }));
            }
            Err(Unread::Newer) => return Err(Code::VaultNewer.into()),
            Err(Unread::Damaged(error)) => {
                tracing::warn!(catalogue = %catalog.id, "a catalogue is not what it should be: {error:#}");
            }
        }
    }
    Ok(None)
}

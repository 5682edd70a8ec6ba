//! What a catalogue is made of.

use chrono::{DateTime, Utc};

use crate::format::Id;
use crate::point::{PointId, is_path_part};

/// A file of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogFile {
    /// Its name: no `/`, not empty, at most 255 bytes.
    pub name: String,
    /// Its bytes; it fits in memory.
    pub bytes: Vec<u8>,
}

/// A catalogue that a vault holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    /// Its snapshot.
    pub id: PointId,
    /// When it was written. A later catalogue of a vault has a later time, whatever the clocks say.
    pub time: DateTime<Utc>,
    /// The host of the server that wrote it.
    pub hostname: String,
    /// The root folder.
    pub(crate) tree: Id,
}

/// What writing a catalogue came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CatalogOutcome {
    /// It was written.
    Written(Catalog),
    /// The newest one says the same already, and nothing was written.
    Unchanged(Catalog),
}

/// Brings the files into the order of a folder. Answers what is wrong with them, if anything.
pub(super) fn sort(files: &mut [CatalogFile]) -> Result<(), String> {
    if let Some(file) = files.iter().find(|file| !is_path_part(&file.name)) {
        return Err(format!("{:?} cannot be a file's name", file.name));
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let twice = files.windows(2).find(|pair| pair[0].name == pair[1].name);
    twice.map_or(Ok(()), |pair| Err(format!("two files are called {:?}", pair[0].name)))
}

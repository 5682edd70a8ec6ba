//! The catalogue: a snapshot of a few small files beside the points, by which a vault tells a server that knows nothing what it is.
//!
//! Owns writing, finding and reading it. What stands in the files is the caller's: here they are bytes with a name. Each file is a
//! blob, or a few, so that a file that did not change is not stored again. A catalogue is never a point: it has a tag of its own.

mod error;
mod file;
mod read;
mod write;

pub use error::CatalogError;
pub use file::{Catalog, CatalogFile, CatalogOutcome};
pub(crate) use read::read;
pub(crate) use write::write;

/// The tag of a catalogue's snapshot.
pub(crate) const CATALOG_TAG: &str = "cofre:catalog";

/// The folder that the files lie in.
const FOLDER: &str = "catalog";

//! Which blob is where.
//!
//! Owns the map in memory that is built from the files in `index/`, keeping it equal to them, and writing new ones. It is a cache: what the
//! files say counts. It must not know what blobs mean.

mod file;
mod load;
mod map;
mod publish;
mod replace;

pub(crate) use file::read_file;
pub(crate) use load::{refresh, stands};
pub(crate) use map::{Index, Location};
pub(crate) use publish::{BLOBS_PER_FILE, PublishError, Published, publish};
pub(crate) use replace::{ReplaceError, replace};

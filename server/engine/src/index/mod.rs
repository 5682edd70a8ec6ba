//! Which blob is where.
//!
//! Owns the map that is built from the files in `index/`, keeping it equal to them, and writing new ones. Little of the map is in
//! memory; the rest lies sorted and sealed on *shelves*, files outside the vault. It is a cache: what the files say counts. It
//! must not know what blobs mean.

mod cache;
mod file;
mod load;
mod map;
mod publish;
mod replace;
mod row;
mod shelf;
mod shelf_writer;
mod table;

pub(crate) use cache::Cache;
pub(crate) use file::read_file;
pub(crate) use load::{open, refresh, shelve_if_large, stands};
pub(crate) use map::{Index, Location};
pub(crate) use publish::{BLOBS_PER_FILE, PublishError, Published, publish};
pub(crate) use replace::{ReplaceError, replace};
pub(crate) use table::{Found, Lookup, Table, TableWriter};

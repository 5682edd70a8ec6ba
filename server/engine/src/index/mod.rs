//! Which blob is where.
//!
//! Owns the map in memory that is built from the files in `index/`, and keeping it equal to them. It is a cache: what the
//! files say counts. It must not know what blobs mean.

mod load;
mod map;

pub(crate) use load::refresh;
pub(crate) use map::{Index, Location};

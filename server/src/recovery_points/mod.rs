//! Recovery points: published when a backup's job ends, and restored from.

pub mod api;
mod list;
mod restore;
mod store;

pub use list::{Filter, list};
pub use store::{by_id, count_damaged, is_known, note_damaged, note_whole, publish, snapshots, verdict};

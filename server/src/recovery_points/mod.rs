//! Recovery points: published when a backup's job ends, and restored from.

pub mod api;
mod restore;
mod store;

pub use store::{by_id, of_item, publish};

//! Machines: what discovery found, and what became of what it had found before.

pub mod api;
mod list;
mod protectable;
mod settle;
mod store;

pub use settle::settle;
pub use store::{Row, by_id};

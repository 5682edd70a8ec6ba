//! Machines: what discovery found, and what became of what it had found before.

mod adopt;
pub mod api;
mod list;
mod protectable;
mod settle;
mod store;

pub use adopt::adopt;
pub use settle::settle;
pub use store::{Row, by_id};

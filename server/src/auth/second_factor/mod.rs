//! The second factor: adding it to one's account, asking for it at the door, removing it.
//!
//! The secret lies sealed under the master key, recovery codes as hashes. A code of the app is taken within a step of its time, and once.

pub(super) mod api;
mod check;
mod enrol;
mod recovery;
mod remove;
mod store;
mod totp;

pub(super) use check::{Shown, check};
pub use remove::remove_by_operator;
pub(super) use store::{delete, is_on};
pub use store::{sealed, set_sealed};

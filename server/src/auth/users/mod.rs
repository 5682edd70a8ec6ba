//! Users: adding them, what they may do, their passwords, removing them.
//!
//! Whatever is taken from someone is taken at once: grants are read with every request, and sessions and tokens end in the transaction that
//! ends their reason. Somebody can always do everything ([`last_owner`]).

pub(super) mod api;
mod change;
mod create;
mod grants;
mod last_owner;
mod list;
mod remove;
mod reset;
pub(super) mod store;

pub use create::{any_user, first_owner};
pub(super) use grants::exists;

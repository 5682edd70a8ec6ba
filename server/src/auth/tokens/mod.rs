//! Bearer tokens of scripts. A token may at most what its maker may, and ends with them.

pub(super) mod api;
mod create;
mod list;
mod revoke;
pub(super) mod store;

pub(super) use revoke::narrow;

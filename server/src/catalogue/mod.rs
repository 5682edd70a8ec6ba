//! Catalogues: what the database knows of a vault, kept in the vault itself, so that a server that knows nothing can connect it.
//!
//! Owns what stands in one ([`Content`], [`PointRecord`]) and the duty that keeps it up to date: woken by what changed, it reads the state anew,
//! compares it with what was written last, and writes what differs. No password, key or user is ever in it.

mod content;
mod duty;
mod files;
mod gather;
mod read;
mod store;
mod watch;
mod write;

pub use content::{Content, HostEntry, ItemEntry, MachineEntry, PointEntry, PointRecord, PolicyEntry, VaultEntry};
pub use read::{Found, newest};
pub use watch::watch;
pub use write::{write, write_all};

//! Our locks on a vault, the way restic locks: a file in `locks/`, written anew every five minutes.
//!
//! Owns taking, renewing and releasing locks, and removing those of the dead. Almost everything takes a shared lock; only the
//! swap of indexes by which a prune condemns packs takes an exclusive one. Before anything is published, the holder looks that
//! the lock still exists and is fresh: a paused process must not publish after others may have taken its lock for dead.

mod error;
mod file;
mod held;
mod stale;
mod turn;

pub use error::LockError;
pub(crate) use file::{hostname, username};
pub(crate) use held::VaultLock;
pub(crate) use stale::remove_stale;
pub(crate) use turn::Turn;

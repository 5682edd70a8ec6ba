//! The last thirty days: how each was for an item and for a vault, and how full the storage was.
//!
//! The transaction that ends a backup notes what it came to on its day ([`note`]); nothing here reads jobs afterwards. Silence leaves no row: it
//! is judged when it is asked for, and counted once for days that are over ([`watch`]).

pub mod api;
mod calendar;
mod close;
mod fill;
mod item;
mod note;
mod sample;
mod store;
mod vaults;
mod watch;

pub use fill::fill;
pub use item::fill_last_days;
pub use note::{Noted, note};
pub use sample::{Room, look, sample};
pub use watch::watch;

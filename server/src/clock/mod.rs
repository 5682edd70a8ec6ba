//! The time, and whether it can be believed.
//!
//! A clock that jumps would let everything expire at once that has a date. So the server keeps the last time that it knew ([`look`]), compares, and
//! after a jump of more than a day removes nothing by date until an Owner has confirmed the time: who removes something by its date shows an
//! [`ExpiryPermit`]. Everything else goes on. What is a jump is said by `shared::clock`.

pub mod api;
mod confirm;
mod expiry;
mod look;
mod store;
mod time;
mod watch;

pub use expiry::ExpiryPermit;
pub use look::{Watched, look};
pub use time::{Clock, Reading, from_millis};
pub use watch::watch;

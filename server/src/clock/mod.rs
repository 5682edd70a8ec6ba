//! The time.

mod time;

pub use time::{Clock, Reading, from_millis};

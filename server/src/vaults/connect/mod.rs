//! Connecting a vault that there is: looking into it, planning what comes of it, and making that in one transaction.
//!
//! A vault says what it is by its catalogue, and each point by its own record. What comes in is on hold: its items' protection is stopped, so
//! that nothing expires and nothing runs before someone resumes it.

mod found_in;
mod inspect;
mod look;
mod perform;
mod plan;

pub use found_in::found_in;
pub use inspect::inspect;
pub use perform::connect;

//! Calls that the server itself makes to others: only to addresses that it may call, over TLS, without following anybody elsewhere, within
//! limits of time and size.

mod addresses;
mod call;

pub use addresses::Addresses;
pub use call::{Outgoing, Refused};

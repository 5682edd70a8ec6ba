//! Jobs: long operations that survive the server.
//!
//! The row is the job. [`enqueue`] writes it in the transaction of the use case that wants it; the [`runner`] claims it with a lease and a fence, runs
//! its kind, and ends it in one transaction with what it made. A runner that lost its lease changes nothing, because every write names the fence.
//! Killed anywhere, the next start finds the row with a dead lease and runs it again: each kind can be begun anew at any point.

pub mod api;
mod cancel;
mod context;
mod enqueue;
mod finish;
mod kinds;
mod list;
mod meter;
mod parameters;
mod retry;
mod runner;
mod store;
mod wake;

pub use context::Context;
pub use enqueue::{NewJob, announce, enqueue};
pub use kinds::{Done, plan_prune};
pub use meter::Meter;
pub use parameters::Parameters;
pub use runner::run;
pub use store::{active, active_maintenance, counts, get};
pub use wake::{Stopping, Wake};

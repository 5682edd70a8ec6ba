//! Looking after what vaults hold: verifications and prunes, as jobs, and what they found.
//!
//! A verdict is written when its verification came to an end, in the transaction that ends the job, and never by one that could not read the
//! storage.

pub mod api;
mod begin;
mod plan;
mod publish;
mod show;
mod store;

pub use publish::{Damaged, Pruned, Verified, publish_prune, publish_verification};

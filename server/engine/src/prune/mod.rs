//! Taking away what no snapshot needs.
//!
//! Owns finding it, copying what is still needed out of packs that are to go, the swap of indexes that condemns packs, and
//! deleting them when their grace is over. The roots are all files in `snapshots/`, ours or not, read completely; it must not
//! know which points are wanted. Forgetting a point is deleting its snapshot, which is not done here.
//!
//! In order, each step awaited: mark under a shared lock → copies of what stays, durable → the vault alone: snapshots that came
//! meanwhile → the list of the condemned → new indexes → old indexes deleted → the vault is everybody's again → after the grace,
//! under a shared lock: packs deleted that a list condemns *and* no index names. A prune that ends anywhere in between leaves
//! a valid vault. What is condemned is never used again: a backup that wants such a chunk stores it anew.

mod bits;
mod choice;
mod condemned;
mod error;
mod job;
mod mark;
mod packs;
mod repack;
mod request;
mod swap;

pub(crate) use condemned::condemned_packs;
pub use error::PruneError;
pub(crate) use job::{plan, prune};
pub use request::{BeforeSwap, PackCount, PruneOutcome, PrunePlan, PruneRequest};

//! The activity log: who did what. Written in the same transaction as what was done, and never changed.

pub mod api;
mod store;

use crate::clock::Clock;
use crate::db::Tx;
use crate::error::Result;

pub use store::list;

/// Writes an entry. `action` is `noun.verb`.
pub async fn record(tx: &mut Tx, clock: &Clock, actor: &str, action: &str, subject: &str) -> Result<()> {
    store::append(tx, clock.now(), [actor, action, subject]).await
}

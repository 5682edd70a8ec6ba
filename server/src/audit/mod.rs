//! The activity log: who did what. Written in the same transaction as what was done, and never changed.

pub mod api;
mod list;
mod store;

use shared::audit::Action;
use uuid::Uuid;

use crate::clock::Clock;
use crate::db::Tx;
use crate::error::Result;

/// What something was done to: its name, and its id where the page has a place for it.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    name: &'a str,
    id: Option<Uuid>,
}

impl<'a> From<&'a str> for Subject<'a> {
    fn from(name: &'a str) -> Self {
        Self { name, id: None }
    }
}

impl<'a> From<&'a String> for Subject<'a> {
    fn from(name: &'a String) -> Self {
        Self { name, id: None }
    }
}

impl<'a> From<(&'a str, Uuid)> for Subject<'a> {
    fn from((name, id): (&'a str, Uuid)) -> Self {
        Self { name, id: Some(id) }
    }
}

/// Writes an entry.
pub async fn record<'a>(
    tx: &mut Tx,
    clock: &Clock,
    actor: &str,
    action: Action,
    subject: impl Into<Subject<'a>>,
) -> Result<()> {
    store::append(tx, clock.now(), [actor, action.as_str()], subject.into()).await
}

//! The activity log.

use chrono::{DateTime, Utc};
use shared::audit::AuditEntry;
use shared::page::Page;

use super::{Failure, Query, client};
use crate::clock;

/// Which entries a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AuditFilter {
    /// A part of the name of who did it, or of what it was done to.
    pub(crate) text: Option<String>,
    /// The very name of who did it.
    pub(crate) actor: Option<String>,
    /// What was done, as `noun.verb`.
    pub(crate) action: Option<String>,
    /// Only what was done since.
    pub(crate) since: Option<DateTime<Utc>>,
}

/// So many pages of the entries that a filter lets through, newest first.
pub(crate) async fn list(filter: AuditFilter, pages: usize) -> Result<Page<AuditEntry>, Failure> {
    let query = Query::new()
        .maybe("text", filter.text)
        .maybe("actor", filter.actor)
        .maybe("action", filter.action)
        .maybe("since", filter.since.map(clock::iso));
    client::pages("/audit", query, pages).await
}

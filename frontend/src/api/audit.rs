//! The activity log.

use shared::audit::AuditEntry;

use super::{Query, client};
use crate::paging::Coming;

/// A page of the entries that a query asks for.
pub(crate) fn listed(query: Query) -> Coming<AuditEntry> {
    client::counted("/audit", query)
}

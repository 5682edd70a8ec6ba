//! Who did what.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// An entry of the activity log. It is never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditEntry {
    /// Counts the entries from 1.
    pub number: u64,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// The name of who did it; `system` for the server itself.
    pub actor: String,
    /// What was done, as `noun.verb`.
    pub action: String,
    /// The name of what it was done to: untrusted text.
    pub subject: String,
}

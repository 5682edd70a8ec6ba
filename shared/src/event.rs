//! What the server tells the page over the one event stream.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::JobId;
use crate::job::JobProgress;

/// A kind of thing that lists and pages show. The page fetches again what it shows of a topic that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// The server's clock: doubted, or believed again.
    Clock,
    /// Hosts and their reachability.
    Hosts,
    /// Protected items.
    Items,
    /// Jobs: queued, started, ended.
    Jobs,
    /// Locations.
    Locations,
    /// Machines.
    Machines,
    /// Entries behind the bell.
    Notifications,
    /// Recovery points.
    RecoveryPoints,
    /// Resource groups and subscriptions.
    ResourceGroups,
    /// Shared screens.
    Screens,
    /// Users and tokens.
    Users,
    /// Vaults and their policies.
    Vaults,
}

impl Topic {
    /// All topics; after a gap in the stream everything is fetched again.
    pub const ALL: [Topic; 12] = [
        Topic::Clock,
        Topic::Hosts,
        Topic::Items,
        Topic::Jobs,
        Topic::Locations,
        Topic::Machines,
        Topic::Notifications,
        Topic::RecoveryPoints,
        Topic::ResourceGroups,
        Topic::Screens,
        Topic::Users,
        Topic::Vaults,
    ];
}

/// One message of the stream (`data:` of a server-sent event, as JSON).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Event {
    /// The stream is open. The page fetches everything again when it was open before.
    Hello {
        /// The server's version; another one than the page's asks for a reload.
        version: String,
    },
    /// Something of this topic changed.
    Changed {
        /// What kind of thing.
        topic: Topic,
        /// Which one; nothing means any of them.
        id: Option<Uuid>,
    },
    /// A job moved on. Sent at most four times a second for each job.
    Progress {
        /// The job.
        job: JobId,
        /// How far it is.
        progress: JobProgress,
    },
    /// The server is there, and nothing happened. Sent every few seconds: a reader that hears nothing for longer has lost the server.
    Pulse,
    /// Events were lost because the reader was slow: fetch everything again.
    Gap,
}

//! Locations.

use shared::location::Location;

use super::{Failure, Query, client};

/// All locations.
pub(crate) async fn all() -> Result<Vec<Location>, Failure> {
    client::all("/locations", Query::new()).await
}

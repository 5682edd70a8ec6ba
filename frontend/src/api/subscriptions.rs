//! Subscriptions.

use shared::subscription::Subscription;

use super::{Failure, Query, client};

/// All subscriptions.
pub(crate) async fn all() -> Result<Vec<Subscription>, Failure> {
    client::all("/subscriptions", Query::new()).await
}

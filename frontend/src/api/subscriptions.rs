//! Subscriptions.

use shared::subscription::{CreateSubscription, Subscription};

use super::{Failure, Query, client};

/// All subscriptions.
pub(crate) async fn all() -> Result<Vec<Subscription>, Failure> {
    client::all("/subscriptions", Query::new()).await
}

/// Makes one.
pub(crate) async fn create(subscription: CreateSubscription) -> Result<Subscription, Failure> {
    client::post("/subscriptions", &subscription).await
}

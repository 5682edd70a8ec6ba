//! The entries behind the bell.

use gloo_net::http::Method;
use shared::notification::Notification;
use shared::page::Page;

use super::{Failure, Query, client};

/// The newest entries, newest first.
pub(crate) async fn list() -> Result<Page<Notification>, Failure> {
    client::page("/notifications", Query::new()).await
}

/// All entries have been seen.
pub(crate) async fn mark_seen() -> Result<(), Failure> {
    client::tell(Method::POST, "/notifications/seen").await
}

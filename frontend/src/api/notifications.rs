//! The entries behind the bell.

use gloo_net::http::Method;
use shared::notification::Notification;
use shared::page::Page;

use super::{Failure, Query, client};
use crate::paging::Coming;

/// The newest entries, newest first.
pub(crate) async fn list() -> Result<Page<Notification>, Failure> {
    client::page("/notifications", Query::new()).await
}

/// A page of the entries that a query asks for.
pub(crate) fn listed(query: Query) -> Coming<Notification> {
    client::counted("/notifications", query)
}

/// All entries have been seen.
pub(crate) async fn mark_seen() -> Result<(), Failure> {
    client::tell(Method::POST, "/notifications/seen").await
}

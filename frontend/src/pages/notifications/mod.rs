//! All entries behind the bell.

mod list;

pub(crate) use list::NotificationsPage;

//! Hosts: the list, and the panel that adds one.

mod add;
mod list;

pub(crate) use add::AddHostPanel;
pub(crate) use list::HostsPage;

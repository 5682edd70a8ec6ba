//! Resource groups: the list, and the panel that makes one.

mod create;
mod list;
mod of_points;

pub(crate) use create::CreateResourceGroupPanel;
pub(crate) use list::ResourceGroupsPage;

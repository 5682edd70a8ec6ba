//! Users: the list, the panel that adds one, a user's page, and the panels that change their access and their password.

mod access;
mod add;
mod commands;
mod grants;
mod list;
mod page;
mod reset;

pub(crate) use access::ChangeAccessPanel;
pub(crate) use add::AddUserPanel;
pub(crate) use list::UsersPage;
pub(crate) use page::UserPage;
pub(crate) use reset::ResetPasswordPanel;

//! One's own account: who one is here, and one's own password.

mod change_password;
mod page;

pub(crate) use change_password::ChangePasswordPanel;
pub(crate) use page::AccountPage;

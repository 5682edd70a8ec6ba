//! One's own account: who one is here, one's own password and second factor.

mod add_second_factor;
mod change_password;
mod page;
mod remove_second_factor;
mod second_factor;

pub(crate) use add_second_factor::AddSecondFactorPanel;
pub(crate) use change_password::ChangePasswordPanel;
pub(crate) use page::AccountPage;
pub(crate) use remove_second_factor::RemoveSecondFactorPanel;

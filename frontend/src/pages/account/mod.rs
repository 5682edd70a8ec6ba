//! One's own account: who one is here, one's own password and second factor.

mod add_second_factor;
mod change_password;
mod identity;
mod link_identity;
mod page;
mod remove_second_factor;
mod second_factor;

pub(crate) use add_second_factor::AddSecondFactorPanel;
pub(crate) use change_password::ChangePasswordPanel;
pub(crate) use link_identity::LinkIdentityPanel;
pub(crate) use page::AccountPage;
pub(crate) use remove_second_factor::RemoveSecondFactorPanel;
